import { CLAIM_VERDICTS } from '#modules/strategy'
import type { Block } from '#platform/reports/report.ts'
import { paragraph, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** What the data answer to what documents say in words. */
export function claimTable(pen: Pen, { claims }: PlanData): Block[] {
  const { word, line, counted, link, data } = pen
  if (claims.length === 0) return []
  return [
    ...table<(typeof CLAIM_VERDICTS)[number]>({
      key: 'claims',
      caption: word('publishing.claims.caption'),
      says: word('publishing.claims.says'),
      columns: [
        {
          heading: word('publishing.claims.verdict'),
          share: 3,
          cell: (verdict) => word(`strategy.claims.verdict.${verdict}`),
        },
        {
          heading: word('publishing.claims.count'),
          isNumber: true,
          cell: (verdict) => [counted(`count:claims/${verdict}`)],
        },
      ],
      rows: CLAIM_VERDICTS,
    }),
    paragraph(
      line('publishing.claims.compared', {
        page: link(word('publishing.claims.page'), `/${data.municipality.slug}/salidzinajums-ar-publiceto`),
      }),
    ),
  ]
}
