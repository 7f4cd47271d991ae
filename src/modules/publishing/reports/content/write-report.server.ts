import { institutionNear } from '#modules/registry'
import type { Report, ReportSection } from '#platform/reports/report.ts'
import type { Language } from '#platform/texts/text.ts'
import { note } from './blocks.ts'
import { writeCommittee } from './committee.ts'
import type { PlanData, ReportData } from './data.ts'
import { writeEvaluation } from './evaluation/index.ts'
import type { ReportKind } from './kinds.ts'
import { createPen, type Pen } from './pen.ts'
import { writeQuality } from './quality.ts'
import { writeResults } from './results/index.ts'
import { writeSupervision } from './supervision.ts'
import { speechIn } from './words.server.ts'

const OF_PLAN: Readonly<
  Record<Exclude<ReportKind, 'results'>, (pen: Pen, plan: PlanData) => ReportSection[]>
> = {
  supervision: writeSupervision,
  evaluation: writeEvaluation,
  quality: writeQuality,
  committee: writeCommittee,
}

/**
 * Writes a report in a language from what was read. Pure: the same data give the same report, and both languages the
 * same sections, tables and figures.
 */
export function writeReport(kind: ReportKind, data: ReportData, language: Language): Report {
  const pen = createPen(data, speechIn[language])
  return {
    language,
    title: titleOf(pen, kind),
    subtitle: subtitleOf(pen),
    on: data.on,
    facts: factsOf(pen),
    sections: sectionsOf(pen, kind),
  }
}

function sectionsOf(pen: Pen, kind: ReportKind): ReportSection[] {
  const { plan, network } = pen.data
  if (kind === 'results' && (plan || network.institutions.length > 0)) return writeResults(pen)
  if (kind === 'results' || plan === null) {
    return [
      {
        key: 'empty',
        title: pen.word('publishing.empty.title'),
        blocks: [note(pen.line('publishing.empty'))],
      },
    ]
  }
  return OF_PLAN[kind](pen, plan)
}

function titleOf({ word, local, data }: Pen, kind: ReportKind): string {
  const own = data.network.institutions.find(({ id }) => id === data.institutionId)
  const title = word(`publishing.kind.${kind}`)
  return own ? `${title}: ${local(institutionNear(own, data.on).name)}` : title
}

const subtitleOf = ({ local, data }: Pen): string =>
  [local(data.municipality.name), ...(data.plan ? [local(data.plan.tree.strategy.title)] : [])].join('. ')

/** What a reader has to know before reading. */
function factsOf({ word, speech, data, line, link, local }: Pen): Report['facts'] {
  const { plan, since } = data
  const strategy = plan?.tree.strategy
  return [
    ...(strategy
      ? [
          {
            label: word('publishing.fact.plan'),
            content: [
              link(local(strategy.title), `${data.home}/strategija`),
              { text: ` (${word(`strategy.version.${strategy.version}`)})` },
            ],
          },
        ]
      : []),
    ...(since
      ? [{ label: word('publishing.fact.since'), content: [{ text: speech.say.day(since.on) }] }]
      : []),
    { label: word('publishing.fact.written'), content: line('publishing.fact.written.said') },
  ]
}
