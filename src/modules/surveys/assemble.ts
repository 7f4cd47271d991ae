import { citationReader } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import type { PrintedMean, Survey, SurveyGroup, SurveyItem, SurveyResult, SurveyTable } from './model.ts'
import { populationOf } from './population.ts'
import type { SurveysTables } from './tables.server.ts'

type Rows<Name extends string> = SurveysTables[`surveys.${Name}` & keyof SurveysTables][]

/** The rows that surveys are made of, of as many surveys as were asked for. */
export type SurveyTableRows = {
  surveys: Rows<'survey'>
  groups: Rows<'survey_group'>
  items: Rows<'item'>
  results: Rows<'result'>
  printedMeans: Rows<'printed_mean'>
  sourceKeys: ReadonlyMap<string, string>
}

/** Puts each survey together with its parts, in the order of the rows. */
export function assembleSurveyTables(rows: SurveyTableRows): SurveyTable[] {
  const groups = Map.groupBy(rows.groups, (row) => row.survey_id)
  const items = Map.groupBy(rows.items, (row) => row.survey_id)
  const results = Map.groupBy(rows.results, (row) => row.survey_id)
  const printedMeans = Map.groupBy(rows.printedMeans, (row) => row.survey_id)
  return rows.surveys.map((row) => ({
    survey: asSurvey(row, rows.sourceKeys),
    groups: (groups.get(row.id) ?? []).map((one) => asGroup(one, rows.sourceKeys)),
    items: (items.get(row.id) ?? []).map((one) => asItem(one, rows.sourceKeys)),
    results: (results.get(row.id) ?? []).map((one) => asResult(one, rows.sourceKeys)),
    printedMeans: (printedMeans.get(row.id) ?? []).map((one) => asPrintedMean(one, rows.sourceKeys)),
  }))
}

type Keys = ReadonlyMap<string, string>

export const asSurvey = (row: Rows<'survey'>[number], keys: Keys): Survey => ({
  id: row.id,
  key: row.key,
  position: row.position,
  title: { lv: row.title_lv, en: row.title_en },
  question: bothOrNull(row.question_lv, row.question_en),
  period: row.period,
  answerScale: bothOrNull(row.answer_scale_lv, row.answer_scale_en),
  claimedRepresentative: row.claimed_representative,
  ...citationReader(keys)(row),
})

function asGroup(row: Rows<'survey_group'>[number], keys: Keys): SurveyGroup {
  const responseShare = printed(row.response_share, row.response_share_decimals)
  return {
    code: row.code,
    position: row.position,
    label: { lv: row.label_lv, en: row.label_en },
    minors: row.minors,
    respondents: row.respondents,
    responseShare,
    population: populationOf(row.respondents, responseShare, row.population),
    ...citationReader(keys)(row),
  }
}

const asItem = (row: Rows<'item'>[number], keys: Keys): SurveyItem => ({
  code: row.code,
  position: row.position,
  goal: row.goal,
  title: { lv: row.title_lv, en: row.title_en },
  printedMean: printed(row.printed_mean, row.printed_mean_decimals),
  ...citationReader(keys)(row),
})

const asResult = (row: Rows<'result'>[number], keys: Keys): SurveyResult => ({
  group: row.survey_group,
  item: row.item,
  share: row.share,
  decimals: row.decimals,
  missing: row.missing,
  revision: row.revision,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  origin: { changeId: row.change_id, file: row.origin_file, row: row.origin_row },
  ...citationReader(keys)(row),
})

const asPrintedMean = (row: Rows<'printed_mean'>[number], keys: Keys): PrintedMean => ({
  group: row.survey_group,
  scope: row.scope,
  percent: row.printed_mean,
  decimals: row.decimals,
  ...citationReader(keys)(row),
})

const printed = (percent: number | null, decimals: number) =>
  percent === null ? null : { percent, decimals }

/** A text stated in one language only is shown in both. */
function bothOrNull(lv: string | null, en: string | null): LocalText | null {
  return lv === null && en === null ? null : { lv: lv ?? en ?? '', en: en ?? lv ?? '' }
}
