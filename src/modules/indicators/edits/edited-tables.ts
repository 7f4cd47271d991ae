import type { EditedTable } from '#platform/editing/edited-tables.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { OBSERVATION, TARGET } from '../appended.ts'
import { BASELINE, SERIES } from '../changed.ts'
import { DIRECTIONS, MISSING_KINDS, TARGET_KINDS } from '../model.ts'

const chosen =
  <Value extends string>(values: readonly Value[], keyOf: (value: Value) => TextKey) =>
  (value: string): TextKey | undefined => {
    const known = values.find((one) => one === value)
    return known && keyOf(known)
  }
const cited = { locator: 'indicators.edit.locator' } as const
const FIGURES = 'figures' as const

/** What the history says of an indicator's rows. */
export const editedIndicatorTables: Readonly<Record<string, EditedTable>> = {
  'indicators.indicator': {
    key: ['catalogue', 'code'],
    hasId: true,
    stream: FIGURES,
    name: 'indicators.edit.row.indicator',
    page: ({ code }) => `/raditaji/${encodeURIComponent(String(code))}`,
    labels: {
      title_lv: 'indicators.edit.titleLv',
      title_en: 'indicators.edit.titleEn',
      official_lv: 'indicators.edit.officialLv',
      official_en: 'indicators.edit.officialEn',
      definition_lv: 'indicators.edit.definitionLv',
      definition_en: 'indicators.edit.definitionEn',
      unit: 'indicators.fact.unit',
      title_unit: 'indicators.edit.titleUnit',
      direction: 'indicators.fact.direction',
      frequency: 'indicators.fact.frequency',
      about_persons: 'indicators.fact.persons',
      rests_on: 'indicators.fact.restsOn',
      owner: 'indicators.fact.owner',
      data_source_lv: 'indicators.edit.dataSourceLv',
      data_source_en: 'indicators.edit.dataSourceEn',
      legal_basis: 'indicators.fact.legalBasis',
      data_minimum: 'indicators.edit.dataMinimum',
      retired_on: 'indicators.edit.retiredOn',
      retired_reason_lv: 'indicators.edit.retiredReasonLv',
      retired_reason_en: 'indicators.edit.retiredReasonEn',
      ...cited,
    },
    words: { direction: chosen(DIRECTIONS, (one) => `indicators.direction.${one}`) },
  },
  'indicators.methodology': {
    key: ['indicator_id', 'version'],
    stream: FIGURES,
    name: 'indicators.edit.row.methodology',
    labels: {
      version: 'indicators.edit.version',
      text_lv: 'indicators.edit.methodLv',
      text_en: 'indicators.edit.methodEn',
      numerator_lv: 'indicators.edit.numeratorLv',
      numerator_en: 'indicators.edit.numeratorEn',
      denominator_lv: 'indicators.edit.denominatorLv',
      denominator_en: 'indicators.edit.denominatorEn',
      valid_from: 'indicators.method.validFrom',
      comparability: 'indicators.method.comparability',
      is_missing: 'indicators.edit.methodMissing',
      ...cited,
    },
  },
  'indicators.target': {
    key: TARGET.key,
    stream: FIGURES,
    name: 'indicators.edit.row.target',
    labels: {
      target_year: 'indicators.edit.targetYear',
      kind: 'indicators.edit.targetKind',
      value: 'indicators.edit.targetValue',
      value_to: 'indicators.edit.targetValueTo',
      unit: 'indicators.fact.unit',
      printed: 'indicators.edit.printed',
      note_lv: 'indicators.edit.noteLv',
      note_en: 'indicators.edit.noteEn',
      ...cited,
    },
    words: { kind: chosen(TARGET_KINDS, (one) => `indicators.edit.kind.${one}`) },
  },
  'indicators.baseline': {
    key: BASELINE.key,
    stream: FIGURES,
    name: 'indicators.edit.row.baseline',
    labels: {
      period: 'indicators.edit.period',
      is_recomputed: 'indicators.edit.baseline.recomputed',
    },
  },
  'indicators.series': {
    ...SERIES,
    stream: FIGURES,
    // A series that is taken away may have kept a figure about few people covered.
    read: 'indicators.unprotected.read',
    name: 'indicators.edit.row.series',
    labels: { key: 'indicators.edit.code' },
  },
  'indicators.observation': {
    key: OBSERVATION.key,
    stream: FIGURES,
    read: 'indicators.unprotected.read',
    name: 'indicators.edit.row.figure',
    labels: {
      period: 'indicators.edit.period',
      number: 'indicators.edit.value',
      distribution: 'indicators.edit.distribution',
      text_lv: 'indicators.edit.textLv',
      text_en: 'indicators.edit.textEn',
      missing: 'indicators.edit.missing',
      numerator: 'indicators.method.numerator',
      denominator: 'indicators.method.denominator',
      n: 'indicators.edit.n',
      interval_low: 'indicators.edit.low',
      interval_high: 'indicators.edit.high',
      printed: 'indicators.edit.printed',
      note_lv: 'indicators.edit.noteLv',
      note_en: 'indicators.edit.noteEn',
      ...cited,
    },
    words: { missing: chosen(MISSING_KINDS, (one) => `indicators.missing.${one}`) },
  },
}
