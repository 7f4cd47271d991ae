import { z } from 'zod'
import type { Indicator, Observation, Series } from '#modules/indicators'
import { figuresApi } from '#modules/indicators.server'
import { defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import { figureKey, listFigures, statedColumns } from './list-figures.server.ts'
import { strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'

const Item = figuresApi.Observation.extend({
  indicator: z.string().describe('Code of the indicator.'),
  series: z.string().describe('Key of the series.'),
  role: z.enum(['baseline', 'result']).describe('Whether change is counted from it.'),
  unit: z
    .string()
    .nullable()
    .describe('As it was stated, also with a text or a reason why there is no value.'),
  methodology: z.int().nullable().describe('Version of the methodology that is stated with it.'),
  stated: z
    .object({
      n: z.int().nullable(),
      intervalLow: z.number().nullable(),
      intervalHigh: z.number().nullable(),
      standardError: z.number().nullable(),
    })
    .describe('How sure the figure is as its source states it; `certainty` is what that comes to.'),
  originFile: z.string().nullable().describe('File it was loaded from.'),
  originRow: z.int().nullable().describe('Line of that file.'),
})
type Item = z.infer<typeof Item>

export const observationList = defineList({
  path: '/strategies/{id}/observations',
  name: 'ObservationList',
  operation: 'listObservations',
  tag: 'strategies',
  title: 'strategy.api.observations',
  summary: 'Figures of a strategy’s indicators, in the form in which they are loaded',
  description: 'As CSV the columns of `observations.csv`, then what is known besides, which loading ignores.',
  parameters: {
    ...figuresApi.figureParameters,
    indicator: z.string().optional().describe('Code of an indicator; only its figures.'),
  },
  item: Item,
  more: { strategy: strategyId },
  keyOf: ({ series, period }) => figureKey(series, period),
  table: tableOf((item: Item) => [item], {
    // As `observations.csv` is read; what follows is computed, and ignored when it is loaded.
    series: (row) => row.series,
    period: (row) => row.period,
    ...figuresApi.storedValueColumns((row: Item) => row.unit),
    methodology: (row) => row.methodology,
    n: (row) => row.stated.n,
    interval_low: (row) => row.stated.intervalLow,
    interval_high: (row) => row.stated.intervalHigh,
    standard_error: (row) => row.stated.standardError,
    ...statedColumns,
    since: (row) => row.since,
    indicator: (row) => row.indicator,
    role: (row) => row.role,
    methodology_version: (row) => row.methodologyVersion,
    ...figuresApi.certaintyColumns('certainty', (row: Item) => row.certainty),
    revision: (row) => row.revision,
    recorded_at: (row) => row.recordedAt,
    origin_file: (row) => row.originFile,
    origin_row: (row) => row.originRow,
  }),
  file: planFile(({ indicator }: Item) => `/raditaji/${encodeURIComponent(indicator)}`),
  find: (asked) =>
    listFigures(asked, asked.query.indicator, {
      show: showSeries,
      keyOf: ({ series, period }) => figureKey(series, period),
    }),
})

function showSeries(indicator: Indicator, series: Series): Item[] {
  const show = (observation: Observation, role: Item['role']) => ({
    ...figuresApi.showObservation(indicator, observation),
    indicator: indicator.code,
    series: series.key,
    role,
    unit: observation.unit,
    methodology: observation.methodology,
    stated: {
      n: observation.stated.n,
      intervalLow: observation.stated.interval?.low ?? null,
      intervalHigh: observation.stated.interval?.high ?? null,
      standardError: observation.stated.standardError,
    },
    originFile: observation.origin.file,
    originRow: observation.origin.row,
  })
  const baseline = series.baseline ? [show(series.baseline.observation, 'baseline')] : []
  return [...baseline, ...series.results.map((result) => show(result, 'result'))]
}
