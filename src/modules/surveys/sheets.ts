import { citedColumns as cited } from '#modules/sources.server'
import {
  decimal,
  optionalDecimal,
  optionalOneOf,
  optionalText,
  optionalWhole,
  optionalYesNo,
  period,
  text,
  whole,
} from '#platform/import/columns.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'
import { MISSING_ANSWERS } from './missing.ts'

/** The files of a municipality's survey results; `data/README.md` describes every column. */
export const surveySheets = {
  surveys: sheet('surveys.csv', ['key'], {
    key: text,
    title_lv: text,
    title_en: text,
    question_lv: optionalText,
    question_en: optionalText,
    period,
    answer_scale_lv: optionalText,
    answer_scale_en: optionalText,
    claimed_representative: optionalYesNo,
    ...cited,
  }),
  surveyGroups: sheet('survey-groups.csv', ['survey', 'group'], {
    survey: text,
    group: text,
    position: whole,
    label_lv: text,
    label_en: text,
    respondents: whole,
    response_share: optionalDecimal,
    response_share_decimals: optionalWhole,
    population: optionalWhole,
    ...cited,
  }),
  surveyItems: sheet('survey-items.csv', ['survey', 'item'], {
    survey: text,
    item: text,
    position: whole,
    goal: optionalText,
    title_lv: text,
    title_en: text,
    printed_mean: optionalDecimal,
    printed_mean_decimals: optionalWhole,
    ...cited,
  }),
  surveyResults: sheet('survey-results.csv', ['survey', 'group', 'item'], {
    survey: text,
    group: text,
    item: text,
    share: optionalDecimal,
    decimals: optionalWhole,
    missing: optionalOneOf(MISSING_ANSWERS),
    ...cited,
  }),
  surveyMeans: sheet('survey-means.csv', ['survey', 'group', 'scope'], {
    survey: text,
    group: text,
    scope: text,
    printed_mean: decimal,
    decimals: optionalWhole,
    ...cited,
  }),
}

type SurveySheets = typeof surveySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends SurveySheets {}
}
export type SurveyRows = RowsOf<typeof surveySheets>
