import type { ReportSection } from '#platform/reports/report.ts'
import { hitWords, riskTable } from '../attached-tables.ts'
import { note, paragraph, section, table } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import type { Pen } from '../pen.ts'

/** What works on the plan from outside, and its risks. */
export function factors(pen: Pen, plan: PlanData): ReportSection {
  const { tree } = plan
  const { line, word, local, counted } = pen
  const { externalFactors } = tree
  const blocks =
    externalFactors.length === 0
      ? []
      : [
          paragraph(
            line('publishing.factors.intro', { count: externalFactors.length, n: counted('count:factors') }),
          ),
          ...table<(typeof externalFactors)[number]>({
            key: 'factors',
            caption: word('publishing.factors.caption'),
            says: word('publishing.factors.says'),
            columns: [
              { heading: word('publishing.factors.factor'), share: 2, cell: ({ title }) => local(title) },
              ...(plan.attached.riskLinks.some(({ cause }) => cause === 'factor')
                ? [
                    {
                      heading: word('publishing.factors.hits'),
                      share: 1.6,
                      cell: ({ code }: (typeof externalFactors)[number]) =>
                        hitWords(pen, plan, 'factor', code),
                    },
                  ]
                : []),
              {
                heading: word('publishing.factors.effect'),
                share: 4,
                cell: ({ effect }) => (effect ? local(effect) : word('strategy.factor.noEffect')),
              },
            ],
            rows: externalFactors,
          }),
          note(line('publishing.factors.notMeasured')),
        ]
  const risks = riskTable(pen, plan)
  return section(pen, 'factors', 'publishing.evaluation.factors', [...blocks, ...risks], {
    without: 'publishing.factors.none',
  })
}
