import type { ExamplesOf } from '#platform/import/examples.ts'
import type { indicatorSheets } from './sheets.ts'

/** How each file is written; together they can be loaded. */
export const indicatorExamples: ExamplesOf<typeof indicatorSheets> = {
  units: {
    about: 'indicators.file.units',
    rows: [
      { code: 'km', measure: 'length', name_lv: 'kilometri', name_en: 'kilometres', suffix: 'km', low: '0' },
    ],
  },
  breakdowns: {
    about: 'indicators.file.breakdowns',
    rows: [
      {
        dimension: 'posms',
        dimension_lv: 'Izglītības posms',
        dimension_en: 'Stage of education',
        value: 'pirmsskola',
        position: '1',
        label_lv: 'pirmsskola',
        label_en: 'preschool',
      },
    ],
  },
  indicators: {
    about: 'indicators.file.indicators',
    rows: [
      {
        code: '1',
        position: '1',
        title_lv: 'Bērni, kuri gaida vietu pirmsskolā',
        title_en: 'Children waiting for a place in preschool',
        unit: 'count',
        direction: 'down',
        value_kind: 'number',
        about_persons: 'yes',
        rests_on: 'records',
        data_minimum: 'no',
      },
    ],
  },
  methodologies: {
    about: 'indicators.file.methodologies',
    rows: [
      {
        indicator: '1',
        version: '1',
        text_lv: 'Bērni, kuri 1. septembrī ir rindā un kuriem vieta nav piedāvāta',
        text_en: 'Children in the queue on 1 September who were offered no place',
      },
    ],
  },
  series: {
    about: 'indicators.file.series',
    rows: [{ key: '1', indicator: '1', position: '1' }],
  },
  observations: {
    about: 'indicators.file.observations',
    rows: [{ series: '1', period: '2024/2025', value_kind: 'number', number: '120', unit: 'count' }],
  },
  baselines: {
    about: 'indicators.file.baselines',
    rows: [{ series: '1', period: '2024/2025', recomputed: 'no' }],
  },
  targets: {
    about: 'indicators.file.targets',
    rows: [{ series: '1', target_year: '2027', kind: 'absolute', value: '60', unit: 'count' }],
  },
  periodRule: {
    about: 'indicators.file.periodRule',
    rows: [{ period: '2026/2027', target_year: '2027' }],
  },
}
