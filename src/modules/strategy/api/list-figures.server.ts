import type { Indicator, IndicatorSet, Series } from '#modules/indicators'
import {
  type figuresApi,
  findIndicator,
  findSeriesInOrder,
  getIndicatorSet,
} from '#modules/indicators.server'
import type { Asked } from '#platform/api/endpoint.ts'
import { readStrategy, type StrategyState } from './read-strategy.server.ts'

/** How many series are read at a time. */
const BATCH = 100

/** What lies in a series: each item has the key of its series and something that tells it from the others. */
type Figures<Item, Known> = {
  /** What has to be known of the plan before anything of it is shown. */
  prepare?: (state: StrategyState) => Promise<Known>
  show: (indicator: Indicator, series: Series, set: IndicatorSet, known: Known) => Item[]
  keyOf: (item: Item) => string
}

/**
 * A list of what lies in the series of a strategy, of all its indicators or of one by code: read only as far as
 * the stretch asked for goes.
 */
export async function listFigures<Item, Known = undefined>(
  asked: Asked<typeof figuresApi.figureParameters>,
  code: string | undefined,
  { prepare, show, keyOf }: Figures<Item, Known>,
) {
  const state = await readStrategy(asked)
  if (!state) return undefined
  const { tx, complain } = asked
  const known = (await prepare?.(state)) as Known
  const { municipalityId, key: targetSet } = state.summary
  const indicator = code === undefined ? undefined : await findIndicator(tx, municipalityId, targetSet, code)
  const isUnknown = code !== undefined && !indicator
  if (isUnknown) complain('indicator', 'is not the code of an indicator')
  const series = isUnknown ? [] : await findSeriesInOrder(tx, municipalityId, targetSet, indicator?.id)

  const stretch = async (limit: number, after: string | undefined) => {
    const begin = after === undefined ? 0 : series.findIndex(({ key }) => after.startsWith(`${key} `))
    if (begin < 0) return undefined
    const items: Item[] = []
    let isReached = after === undefined
    for (let from = begin; from < series.length && items.length <= limit; from += BATCH) {
      const ids = series.slice(from, from + BATCH).map(({ id }) => id)
      const set = await getIndicatorSet(tx, municipalityId, targetSet, { series: ids, asOf: state.earlier })
      const shown = set.indicators.flatMap((one) => one.series.flatMap((line) => show(one, line, set, known)))
      for (const item of shown) {
        if (isReached) items.push(item)
        else isReached = keyOf(item) === after
      }
    }
    return isReached ? items : undefined
  }
  return { strategy: targetSet, asOf: state.asOf, stretch }
}

export const figureKey = (series: string, figure: string | number) => `${series} ${figure}`

/** What stands beside a figure or a target, and where it was taken from. */
type Stated = {
  printed: string | null
  note: { lv: string | null; en: string | null } | null
  source: string | null
  locator: string | null
}

/** The columns of that, as files name them. */
export const statedColumns = {
  printed: (row: Stated) => row.printed,
  note_lv: (row: Stated) => row.note?.lv,
  note_en: (row: Stated) => row.note?.en,
  source: (row: Stated) => row.source,
  locator: (row: Stated) => row.locator,
}
