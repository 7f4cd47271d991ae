import type { Indicator, Series } from '#modules/indicators'
import { type FigureKey, type figuresApi, findIndicator, getIndicatorSet } from '#modules/indicators.server'
import type { Asked } from '#platform/api/endpoint.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { readStrategy } from './read-strategy.server.ts'

type Place = {
  municipalityId: string
  targetSet: string
  asOf: Date | undefined
  indicator: string | undefined
}

type Figures<Item> = {
  findKeys: (tx: DatabaseTransaction, place: Place) => Promise<FigureKey[]>
  /** Every item of a series. */
  show: (indicator: Indicator, series: Series) => Item[]
  keyOf: (item: Item) => string
}

/** A list of what lies in the series of a strategy: named first, and read only as far as a stretch goes. */
export async function listFigures<Item>(
  asked: Asked<typeof figuresApi.figureParameters>,
  code: string | undefined,
  { findKeys, show, keyOf }: Figures<Item>,
) {
  const state = await readStrategy(asked)
  if (!state) return undefined
  const { tx, complain } = asked
  const { municipalityId, key: targetSet } = state.summary
  const indicator = code === undefined ? undefined : await findIndicator(tx, municipalityId, code)
  const isUnknown = code !== undefined && !indicator
  if (isUnknown) complain('indicator', 'is not the code of an indicator')
  const place = { municipalityId, targetSet, asOf: state.earlier, indicator: indicator?.id }
  const named = isUnknown ? [] : await findKeys(tx, place)
  const seriesOf = new Map(named.map(({ series, figure, seriesId }) => [figureKey(series, figure), seriesId]))
  return {
    strategy: targetSet,
    asOf: state.asOf,
    keys: [...seriesOf.keys()],
    load: async (keys: readonly string[]) => {
      const series = [...new Set(keys.flatMap((key) => seriesOf.get(key) ?? []))]
      const set = await getIndicatorSet(tx, municipalityId, targetSet, { series, asOf: state.earlier })
      const wanted = new Set(keys)
      return set.indicators
        .flatMap((one) => one.series.flatMap((line) => show(one, line)))
        .filter((item) => wanted.has(keyOf(item)))
    },
  }
}

export const figureKey = (series: string, figure: string | number) => `${series} ${figure}`
