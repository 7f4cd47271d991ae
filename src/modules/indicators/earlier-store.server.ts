import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { resultFigures } from './figures.ts'
import { findIndicator } from './lookup-store.server.ts'
import type { Indicator, IndicatorSet, Series } from './model.ts'
import { observationsOf } from './observations.ts'

type Read = (plan: string, indicators: readonly string[]) => Promise<IndicatorSet>

/**
 * A set whose series know what earlier plans measured of the same: the series of the continued indicator with the
 * same breakdown and institution. No statement where nothing is continued.
 *
 * @param read reads some indicators of another plan
 */
export async function withEarlierFigures(
  db: Pick<DatabaseTransaction, 'selectFrom'>,
  municipalityId: string,
  set: IndicatorSet,
  read: Read,
): Promise<IndicatorSet> {
  const continued = set.indicators.filter(({ continues }) => continues !== undefined)
  if (continued.length === 0) return set
  const earlierOf = new Map<string, Indicator>()
  for (const { id, continues } of continued) {
    if (!continues || continues.plan === set.key) continue
    const found = await findIndicator(db as never, municipalityId, continues.plan, continues.code)
    const earlier = found && (await read(continues.plan, [found.id])).indicators[0]
    if (earlier) earlierOf.set(id, earlier)
  }
  return {
    ...set,
    indicators: set.indicators.map((indicator) => {
      const earlier = earlierOf.get(indicator.id)
      const plan = indicator.continues?.plan
      if (!earlier || plan === undefined) return indicator
      return { ...indicator, series: indicator.series.map((one) => withHistory(one, earlier, plan)) }
    }),
  }
}

function withHistory(series: Series, earlier: Indicator, plan: string): Series {
  const same = earlier.series.find((one) => placeOf(one) === placeOf(series))
  if (!same) return series
  const own = new Set(observationsOf(series).map(({ period }) => period))
  const baseline = same.baseline ? [same.baseline.observation] : []
  const figures = [...resultFigures({ ...same, results: [...baseline, ...same.results] })]
  return {
    ...series,
    earlier: {
      plan,
      indicator: earlier.code,
      series: same.key,
      // What the new plan states itself stands for its period.
      figures: figures.filter(({ period }) => !own.has(period)),
    },
  }
}

const placeOf = ({ breakdown, institution }: Series) =>
  JSON.stringify([Object.entries(breakdown).sort(), institution?.key ?? null])
