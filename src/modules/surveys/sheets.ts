import { evidenceSheet } from '#modules/indicators.server'
import { citedColumns as cited } from '#modules/sources.server'
import {
  code,
  decimal,
  optionalDecimal,
  optionalKey,
  optionalOneOf,
  optionalText,
  optionalWhole,
  optionalYesNo,
  period,
  text,
  whole,
} from '#platform/import/columns.ts'
import { optionalReference, pointing, pointingBy, reference } from '#platform/import/references.ts'
import { appending, changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { MISSING_ANSWERS } from './missing.ts'

const survey = reference('surveys')
const group = reference('surveyGroups', { within: ['survey'] })

/** A number of decimals that is not stated is none. */
const withDecimals = (column: string) => (fields: Readonly<Record<string, unknown>>) => ({
  [column]: fields[column] ?? 0,
})

/** The files of a municipality's survey results; `data/README.md` describes every column. */
export const surveySheets = {
  surveys: sheet(
    'surveys.csv',
    ['key'],
    {
      key: code,
      title_lv: text,
      title_en: text,
      question_lv: optionalText,
      question_en: optionalText,
      period,
      answer_scale_lv: optionalText,
      answer_scale_en: optionalText,
      claimed_representative: optionalYesNo,
      ...cited,
    },
    changing('surveys.survey', { hasId: true }),
  ),
  surveyGroups: sheet(
    'survey-groups.csv',
    ['survey', 'group'],
    {
      survey,
      group: code,
      position: whole,
      label_lv: text,
      label_en: text,
      respondents: whole,
      response_share: optionalDecimal,
      response_share_decimals: optionalWhole,
      population: optionalWhole,
      minors: optionalYesNo,
      ...cited,
    },
    // Files written before small numbers were protected do not say who is a minor.
    {
      ...changing('surveys.survey_group', {
        columns: { group: 'code' },
        asKept: withDecimals('response_share_decimals'),
      }),
      added: ['minors'],
    },
  ),
  surveyItems: sheet(
    'survey-items.csv',
    ['survey', 'item'],
    {
      survey,
      item: code,
      position: whole,
      goal: optionalReference('goals'),
      title_lv: text,
      title_en: text,
      printed_mean: optionalDecimal,
      printed_mean_decimals: optionalWhole,
      ...cited,
    },
    changing('surveys.item', {
      columns: { item: 'code' },
      asKept: withDecimals('printed_mean_decimals'),
    }),
  ),
  surveyResults: sheet(
    'survey-results.csv',
    ['survey', 'group', 'item'],
    {
      survey,
      group,
      item: reference('surveyItems', { within: ['survey'] }),
      share: optionalDecimal,
      decimals: optionalWhole,
      missing: optionalOneOf(MISSING_ANSWERS),
      // The series whose figure of the survey's period this result is.
      series: pointingBy(optionalKey, {
        sheet: 'observations',
        isWithin: true,
        keysOf: (series, row, find) => {
          const period = find('surveys', [row.survey])?.period
          return series === null || series === undefined || period === undefined
            ? []
            : [[series, String(period)]]
        },
      }),
      ...cited,
    },
    {
      ...appending('surveys.result', {
        columns: { group: 'survey_group' },
        asKept: withDecimals('decimals'),
      }),
      // Files written before results could be figures of indicators.
      added: ['series'],
      computed: [
        'group_lv',
        'group_en',
        'item_lv',
        'item_en',
        'goal',
        'n',
        'population_kind',
        'population_best',
        'population_low',
        'population_high',
        'unit',
        'interval_low',
        'interval_high',
        'interval_method',
        'interval_level',
        'revision',
        'recorded_at',
      ],
    },
  ),
  surveyMeans: sheet(
    'survey-means.csv',
    ['survey', 'group', 'scope'],
    {
      survey,
      group,
      // All items, or those of a goal that some item has.
      scope: pointing(code, 'surveyItems', {
        within: ['survey'],
        columns: ['survey', 'goal'],
        when: ({ scope }) => scope !== 'all',
      }),
      printed_mean: decimal,
      decimals: optionalWhole,
      ...cited,
    },
    changing('surveys.printed_mean', {
      columns: { group: 'survey_group' },
      asKept: withDecimals('decimals'),
    }),
  ),
}

/** The series that results name: a column of their file, kept as rows of the figures. */
export const evidenceLinks = {
  sheets: { evidence: evidenceSheet(surveySheets.surveyResults.file) },
  rowsOf: ({ surveyResults }: Pick<SurveyRows, 'surveyResults'>) => ({
    evidence: surveyResults.filter(({ series }) => series !== null),
  }),
}

type SurveySheets = typeof surveySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends SurveySheets {}
}
export type SurveyRows = RowsOf<typeof surveySheets>
