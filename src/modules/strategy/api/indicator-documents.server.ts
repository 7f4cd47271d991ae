import { z } from 'zod'
import { judgeIndicator } from '#modules/indicators'
import {
  figuresApi,
  findFigureHistory,
  findIndicator,
  findIndicatorNames,
  findPromises,
  getIndicatorSet,
  readPeriodRule,
} from '#modules/indicators.server'
import { findMunicipality } from '#modules/registry.server'
import { type Asked, defineDocument, defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { showIndicator } from './indicator-list.server.ts'
import { strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'
import { choosePeriod, readStrategy } from './read-strategy.server.ts'

type OfIndicator = Asked<typeof figuresApi.periodParameters>

/** One indicator with everything that is known of it; undefined when the plan has none of that code. */
async function findOne(asked: OfIndicator) {
  const state = await readStrategy(asked)
  if (!state) return undefined
  const { tx, path } = asked
  const { municipalityId, key } = state.summary
  const found = await findIndicator(tx, municipalityId, key, path.code ?? '')
  if (!found) return undefined
  const set = await getIndicatorSet(tx, municipalityId, key, { indicators: [found.id], asOf: state.earlier })
  const [indicator] = set.indicators
  if (!indicator) return undefined
  const period = await choosePeriod(asked, state, await readPeriodRule(tx, municipalityId, key))
  const goal = state.tree.goalOfIndicator.get(found.id) ?? null
  return {
    strategy: key,
    asOf: state.asOf?.toISOString() ?? null,
    ...showIndicator(indicator, goal, judgeIndicator(indicator, set, period)),
  }
}

const OneIndicator = figuresApi.Indicator.extend({
  strategy: strategyId,
  asOf: z.iso.datetime().nullable().describe('State of the figures.'),
})

export const indicatorDocument = defineDocument({
  path: '/strategies/{id}/indicators/{code}',
  name: 'OneIndicator',
  operation: 'getIndicator',
  tag: 'strategies',
  title: 'strategy.api.indicator',
  summary: 'One indicator by the number that its page has, with every series, figure, target and verdict',
  parameters: figuresApi.periodParameters,
  schema: OneIndicator,
  find: (asked) => findOne(asked),
})

export const currentIndicatorDocument = defineDocument({
  path: '/municipalities/{slug}/indicators/{code}',
  operation: 'getCurrentIndicator',
  tag: 'municipalities',
  title: 'strategy.api.currentIndicator',
  summary: 'The same of the current strategy of a municipality, as the address of its page says it',
  parameters: figuresApi.periodParameters,
  schema: OneIndicator,
  find: async (asked) => {
    const municipality = await findMunicipality(asked.tx, asked.path.slug ?? '')
    const current = municipality && (await findCurrentStrategy(asked.tx, municipality.id))
    if (!current) return undefined
    asked.noteGenerated(municipality.isGenerated)
    return findOne({ ...asked, path: { ...asked.path, id: current.key } })
  },
})

const Revision = figuresApi.Observation.extend({
  series: z.string().describe('Key of the series.'),
  unit: z.string().nullable(),
  revisionReason: z.string().nullable().describe('Why the figure was corrected.'),
})
type Revision = z.infer<typeof Revision>
/** More states than one answer could hold. */
const MOST = 100_000

export const indicatorHistory = defineList({
  path: '/strategies/{id}/indicators/{code}/history',
  name: 'IndicatorHistory',
  operation: 'listIndicatorHistory',
  tag: 'strategies',
  title: 'strategy.api.history',
  summary:
    'Every revision that the figures of an indicator have had, with the instant of each, the newest first',
  parameters: figuresApi.figureParameters,
  item: Revision,
  more: { strategy: strategyId, indicator: z.string() },
  keyOf: ({ series, period, revision }) => `${series} ${period} ${revision}`,
  table: tableOf((item: Revision) => [item], {
    series: (row) => row.series,
    period: (row) => row.period,
    revision: (row) => row.revision,
    recorded_at: (row) => row.recordedAt,
    revision_reason: (row) => row.revisionReason,
    ...figuresApi.storedValueColumns((row: Revision) => row.unit),
    is_covered: (row) => (row.isCovered ? 'yes' : 'no'),
    printed: (row) => row.printed,
    note_lv: (row) => row.note?.lv,
    note_en: (row) => row.note?.en,
    source: (row) => row.source,
    locator: (row) => row.locator,
  }),
  file: (asked) => planFile<Revision>(() => `/raditaji/${encodeURIComponent(asked.path.code ?? '')}`)(asked),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { tx, path } = asked
    const { municipalityId, key } = state.summary
    const found = await findIndicator(tx, municipalityId, key, path.code ?? '')
    if (!found) return undefined
    const place = { municipalityId, targetSet: key, indicatorId: found.id }
    const states = await findFigureHistory(tx, place, { asOf: state.earlier, from: 0, most: MOST })
    const set = await getIndicatorSet(tx, municipalityId, key, { indicators: [found.id] })
    const items = states.flatMap(({ series, reason, observation }): Revision[] =>
      set.indicators.map((indicator) => ({
        ...figuresApi.showObservation(indicator, observation),
        series,
        unit: observation.unit,
        revisionReason: reason,
      })),
    )
    return { strategy: key, indicator: found.code, asOf: state.asOf, items }
  },
})

export const contextIndicatorList = defineList({
  path: '/strategies/{id}/context-indicators',
  name: 'ContextIndicatorList',
  operation: 'listContextIndicators',
  tag: 'strategies',
  title: 'strategy.api.context',
  summary: 'Indicators for which nothing is promised and that give context, with every figure',
  description: 'As CSV one row a figure.',
  parameters: figuresApi.figureParameters,
  item: figuresApi.Indicator,
  more: { strategy: strategyId },
  keyOf: ({ code }) => code,
  table: tableOf(
    (indicator: z.infer<typeof figuresApi.Indicator>) =>
      indicator.series.flatMap((series) =>
        series.results.map((result) => ({ indicator, series, ...result })),
      ),
    {
      code: ({ indicator }) => indicator.code,
      title_lv: ({ indicator }) => indicator.title.lv,
      title_en: ({ indicator }) => indicator.title.en,
      series: ({ series }) => series.key,
      label_lv: ({ series }) => series.label?.lv,
      label_en: ({ series }) => series.label?.en,
      period: (row) => row.period,
      ...figuresApi.storedValueColumns((row: { series: { unit: string } } & StoredRow) => row.series.unit),
      is_covered: (row) => (row.isCovered ? 'yes' : 'no'),
      ...figuresApi.certaintyColumns('certainty', (row: StoredRow) => row.certainty),
      printed: (row) => row.printed,
      source: (row) => row.source,
      locator: (row) => row.locator,
      revision: (row) => row.revision,
      recorded_at: (row) => row.recordedAt,
    },
  ),
  file: planFile(({ code }: { code: string }) => `/raditaji/${encodeURIComponent(code)}`),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { tx } = asked
    const { municipalityId, key } = state.summary
    const promised = await findPromises(tx, municipalityId, key)
    const names = await findIndicatorNames(tx, municipalityId, key)
    const idOf = new Map(names.filter(({ id }) => !promised.has(id)).map(({ id, code }) => [code, id]))
    return {
      strategy: key,
      asOf: state.asOf,
      keys: [...idOf.keys()],
      load: async (codes) => {
        const indicators = codes.flatMap((code) => idOf.get(code) ?? [])
        if (indicators.length === 0) return []
        const set = await getIndicatorSet(tx, municipalityId, key, { indicators, asOf: state.earlier })
        return set.indicators.map((indicator) =>
          showIndicator(
            indicator,
            state.tree.goalOfIndicator.get(indicator.id) ?? null,
            judgeIndicator(indicator, set, null),
          ),
        )
      },
    }
  },
})
type StoredRow = z.infer<typeof figuresApi.Observation>
