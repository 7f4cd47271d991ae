import { z } from 'zod'
import type { Indicator, Series } from '#modules/indicators'
import { figuresApi } from '#modules/indicators.server'
import { defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import { figureKey, listFigures, statedColumns } from './list-figures.server.ts'
import { strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'

const Item = figuresApi.Target.extend({
  indicator: z.string().describe('Code of the indicator.'),
  series: z.string().describe('Key of the series.'),
})
type Item = z.infer<typeof Item>

export const targetList = defineList({
  path: '/strategies/{id}/targets',
  name: 'TargetList',
  operation: 'listTargets',
  tag: 'strategies',
  title: 'strategy.api.targets',
  summary: 'Targets of a strategy, in the form in which they are loaded',
  description: 'As CSV the columns of `targets.csv`, then what is known besides, which loading ignores.',
  parameters: {
    ...figuresApi.figureParameters,
    indicator: z.string().optional().describe('Code of an indicator; only its targets.'),
  },
  item: Item,
  more: { strategy: strategyId },
  keyOf: ({ series, year }) => figureKey(series, year ?? ''),
  table: tableOf((item: Item) => [item], {
    // As `targets.csv` is read; what follows is computed, and ignored when it is loaded.
    series: (row) => row.series,
    target_year: (row) => row.year,
    kind: (row) => row.kind,
    value: (row) => row.value,
    value_to: (row) => row.valueTo,
    unit: (row) => row.unit,
    ...statedColumns,
    indicator: (row) => row.indicator,
    needed: (row) => row.needed,
    revision: (row) => row.revision,
    recorded_at: (row) => row.recordedAt,
  }),
  file: planFile(({ indicator }: Item) => `/raditaji/${encodeURIComponent(indicator)}`),
  find: (asked) =>
    listFigures(asked, asked.query.indicator, {
      show: showTargets,
      keyOf: ({ series, year }) => figureKey(series, year ?? ''),
    }),
})

const showTargets = (indicator: Indicator, series: Series): Item[] =>
  series.targets.map((target) => ({
    ...figuresApi.showTarget(series, target),
    indicator: indicator.code,
    series: series.key,
  }))
