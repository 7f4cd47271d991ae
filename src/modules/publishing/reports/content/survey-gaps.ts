import { findGaps, type Gap, type SurveyTable, surveyAddress } from '#modules/surveys'
import type { ReportTable } from '#platform/reports/report.ts'
import { type Column, table } from './blocks.ts'
import type { Pen } from './pen.ts'

/** No more gaps than a reader takes in. */
const MOST_GAPS = 8

/** Groups that surely see the same thing differently, the widest gaps first. */
export function gapTable(pen: Pen, survey: SurveyTable): ReportTable[] {
  const { word, local, speech } = pen
  const {
    survey: { key },
    items,
    groups,
  } = survey
  const sure = findGaps(survey).filter(({ verdict }) => verdict === 'certain')
  const itemOf = (code: string) =>
    local(items.find((one) => one.code === code)?.title ?? { lv: code, en: code })
  const groupOf = (code: string) =>
    local(groups.find((one) => one.code === code)?.label ?? { lv: code, en: code })
  return table<Gap>({
    key: `gaps-${key}`,
    caption: word('publishing.gaps.caption'),
    says: word('publishing.gaps.says', {
      count: sure.length,
      shown: speech.say.number(Math.min(MOST_GAPS, sure.length)),
    }),
    columns: [
      { heading: word('publishing.survey.item'), share: 2, cell: ({ item }) => itemOf(item) },
      ...(['first', 'second'] as const).map(
        (which): Column<Gap> => ({
          heading: word(`publishing.gaps.${which}`),
          share: 2,
          cell: ({ item, [which]: { group } }) => [
            { text: `${groupOf(group)}: ` },
            pen.counted(`answers:${key}/${item}/${group}`),
          ],
        }),
      ),
      {
        heading: word('publishing.gaps.points'),
        share: 1.4,
        isNumber: true,
        cell: ({ item, first, second, points, lowPoints, highPoints }) => [
          pen.figure(
            `gap:${key}/${item}/${first.group}-${second.group}`,
            speech.say.fixed(points, 0),
            `/${pen.data.municipality.slug}${surveyAddress(key)}`,
          ),
          { text: ` (${speech.say.fixed(lowPoints, 0)}–${speech.say.fixed(highPoints, 0)})` },
        ],
      },
    ],
    rows: sure.slice(0, MOST_GAPS),
    note: pen.line('publishing.gaps.note'),
  })
}
