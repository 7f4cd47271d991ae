import { citedColumns as cited, officialColumns as official } from '#modules/sources.server'
import { optional } from '#platform/import/column.ts'
import {
  code,
  key,
  oneOf,
  optionalDate,
  optionalDecimal,
  optionalKey,
  optionalNumberPairs,
  optionalOneOf,
  optionalPeriod,
  optionalPositive,
  optionalSlug,
  optionalText,
  optionalYesNo,
  pairs,
  period,
  positive,
  text,
  whole,
  year,
  yesNo,
} from '#platform/import/columns.ts'
import {
  keyReference,
  optionalReference,
  pointing,
  pointingBy,
  reference,
} from '#platform/import/references.ts'
import { appending, changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { impliedInFigure } from './implied-in-figure.ts'
import { DIRECTIONS, MISSING_KINDS, RESTS_ON, TARGET_KINDS, VALUE_KINDS } from './model.ts'
import { MEASURES, optionalUnit, unit } from './units.ts'

const inSet = { within: 'target_set_id', withinTable: 'indicators.target_set' }

/** The files of a municipality's figures; `data/README.md` describes every column. */
export const indicatorSheets = {
  units: sheet(
    'units.csv',
    ['code'],
    {
      code,
      measure: oneOf(MEASURES),
      name_lv: text,
      name_en: text,
      suffix: optionalText,
      low: optionalDecimal,
      high: optionalDecimal,
    },
    changing('indicators.unit', { within: 'catalogue' }),
  ),
  breakdowns: sheet(
    'breakdowns.csv',
    ['dimension', 'value'],
    {
      dimension: code,
      dimension_lv: text,
      dimension_en: text,
      value: code,
      position: whole,
      label_lv: text,
      label_en: text,
      ranked: optionalYesNo,
    },
    { ...changing('indicators.dimension_value', { within: 'catalogue' }), added: ['ranked'] },
  ),
  indicators: sheet(
    'indicators.csv',
    ['code'],
    {
      code,
      position: whole,
      goal: optionalReference('goals'),
      title_lv: text,
      title_en: text,
      ...official,
      definition_lv: optionalText,
      definition_en: optionalText,
      title_unit: optionalUnit,
      unit,
      direction: oneOf(DIRECTIONS),
      value_kind: oneOf(VALUE_KINDS),
      frequency: optionalOneOf(['schoolYear', 'semester', 'calendarYear', 'snapshot', 'month', 'once']),
      about_persons: yesNo,
      rests_on: optionalOneOf(RESTS_ON),
      owner: optionalText,
      data_source_lv: optionalText,
      data_source_en: optionalText,
      legal_basis: optionalText,
      data_minimum: yesNo,
      retired_on: optionalDate,
      retired_reason_lv: optionalText,
      retired_reason_en: optionalText,
      ...cited,
      continues: optionalKey,
    },
    {
      ...changing('indicators.indicator', { hasId: true, within: 'catalogue' }),
      added: ['official_lv', 'official_en', 'rests_on', 'continues'],
    },
  ),
  methodologies: sheet(
    'methodologies.csv',
    ['indicator', 'version'],
    {
      indicator: reference('indicators'),
      version: positive,
      text_lv: optionalText,
      text_en: optionalText,
      numerator_lv: optionalText,
      numerator_en: optionalText,
      denominator_lv: optionalText,
      denominator_en: optionalText,
      valid_from: optionalPeriod,
      comparability: optionalOneOf(['yes', 'no', 'afterRecomputation']),
      missing: optionalYesNo,
      ...cited,
    },
    changing('indicators.methodology', {
      columns: { missing: 'is_missing' },
      asKept: ({ missing }) => ({ missing: missing === true }),
    }),
  ),
  series: sheet(
    'series.csv',
    ['key'],
    {
      key,
      indicator: reference('indicators'),
      position: whole,
      breakdown: pointingBy(pairs, { sheet: 'breakdowns', keysOf: (value) => Object.entries(value) }),
      institution: pointing(optionalSlug, 'institutions', { columns: ['key'] }),
      unit: optionalUnit,
      direction: optionalOneOf(DIRECTIONS),
    },
    // Files written before institutions had a register name them as values of a breakdown, if at all.
    {
      ...changing('indicators.series', { hasId: true, within: 'catalogue' }),
      added: ['institution', 'unit', 'direction'],
    },
  ),
  observations: sheet(
    'observations.csv',
    ['series', 'period'],
    {
      series: keyReference('series'),
      period,
      value_kind: optionalOneOf(VALUE_KINDS),
      number: optionalDecimal,
      unit: optionalUnit,
      numerator: optionalDecimal,
      denominator: optionalDecimal,
      share: optionalDecimal,
      distribution: pointingBy(optionalNumberPairs, {
        sheet: 'breakdowns',
        columns: ['value'],
        keysOf: (parts) => (parts ?? []).map(({ category }) => [category]),
      }),
      text_lv: optionalText,
      text_en: optionalText,
      missing: optionalOneOf(MISSING_KINDS),
      // One of its own indicator's versions.
      methodology: pointingBy(optionalPositive, {
        sheet: 'methodologies',
        isWithin: true,
        keysOf: (version, { series }, find) => {
          const indicator = find('series', [series])?.indicator
          return version === null || indicator === undefined ? [] : [[String(indicator), String(version)]]
        },
      }),
      n: optionalPositive,
      interval_low: optionalDecimal,
      interval_high: optionalDecimal,
      standard_error: optionalDecimal,
      printed: optionalText,
      note_lv: optionalText,
      note_en: optionalText,
      ...cited,
      since: optionalPeriod,
    },
    {
      ...appending('indicators.observation', {
        implied: impliedInFigure,
        asKept: ({ missing, value_kind }) => ({ value_kind: missing === null ? value_kind : null }),
      }),
      // Files written before figures could say how sure they are, or since when something is there.
      added: ['n', 'interval_low', 'interval_high', 'standard_error', 'since'],
      computed: [
        'indicator',
        'role',
        'methodology_version',
        'certainty_n',
        'certainty_low',
        'certainty_high',
        'certainty_method',
        'certainty_address',
        'revision',
        'recorded_at',
        'origin_file',
        'origin_row',
      ],
    },
  ),
  baselines: sheet(
    'baselines.csv',
    ['series'],
    {
      series: keyReference('series'),
      // A baseline is one of the observations.
      period: pointing(period, 'observations', { within: ['series'] }),
      recomputed: yesNo,
    },
    changing('indicators.baseline', { ...inSet, columns: { recomputed: 'is_recomputed' } }),
  ),
  targets: sheet(
    'targets.csv',
    ['series', 'target_year'],
    {
      series: keyReference('series'),
      target_year: optional(year),
      kind: oneOf(TARGET_KINDS),
      value: optionalDecimal,
      value_to: optionalDecimal,
      unit: optionalUnit,
      printed: optionalText,
      note_lv: optionalText,
      note_en: optionalText,
      ...cited,
    },
    {
      ...appending('indicators.target', inSet),
      // Files written before targets could be ranges.
      added: ['value_to'],
      computed: ['indicator', 'needed', 'revision', 'recorded_at'],
    },
  ),
  periodRule: sheet(
    'period-rule.csv',
    ['period'],
    { period, target_year: year },
    changing('indicators.period_rule', inSet),
  ),
}

type IndicatorSheets = typeof indicatorSheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends IndicatorSheets {}
}
export type IndicatorRows = RowsOf<typeof indicatorSheets>
