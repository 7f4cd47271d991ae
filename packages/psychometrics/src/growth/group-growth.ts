import { tQuantile } from '@izaugsme/statistics'
import { type GrowthPercentiles, unsealPercentiles } from './growth-percentiles.ts'

/** Fewest pupils for which a group's growth is shown. */
export const SMALLEST_GROUP = 20
/** Standard error of a single pupil's percentile, in points. */
export const SINGLE_ERROR = 22

/** Growth of a group, or the reason why there is none to show. */
export type GroupGrowth =
  | {
      readonly status: 'shown'
      readonly pupils: number
      readonly mean: number
      readonly error: number
      readonly low: number
      readonly high: number
    }
  | { readonly status: 'too few'; readonly pupils: number }

/**
 * Mean growth percentile of a group with its 95 % interval (t); 50 is growth as usual. Means err less than medians.
 *
 * The interval holds what chance in pupils does; that earlier scores carry measurement error biases means of
 * groups that started high upwards and low downwards, which no interval shows. The means of two groups that differ
 * in one pupil tell that pupil's percentile: show groups that do not.
 *
 * @param members row numbers of the group's pupils, each once
 * @param smallest fewest pupils; 20 when left out, and never fewer than 10
 * @throws RangeError when a row does not exist or is named twice
 * @see McCaffrey, Castellano & Lockwood (2015), Educational Measurement: Issues and Practice 34(1)
 */
export function groupGrowth(
  growth: GrowthPercentiles,
  members: readonly number[],
  smallest = SMALLEST_GROUP,
): GroupGrowth {
  const percentiles = unsealPercentiles('groupGrowth', growth)
  const wrong = members.find((pupil) => percentiles[pupil] === undefined)
  if (wrong !== undefined)
    throw new RangeError(`groupGrowth: there is no pupil ${wrong} among ${growth.pupils}`)
  const seen = new Set<number>()
  const twice = members.find((pupil) => seen.size === seen.add(pupil).size)
  if (twice !== undefined) throw new RangeError(`groupGrowth: pupil ${twice} is named twice`)
  const pupils = members.length
  if (!(pupils >= Math.max(10, smallest))) return { status: 'too few', pupils }
  const mean = members.reduce((sum, pupil) => sum + percentiles[pupil]!, 0) / pupils
  const squares = members.reduce((sum, pupil) => sum + (percentiles[pupil]! - mean) ** 2, 0)
  const error = Math.sqrt(squares / (pupils - 1) / pupils)
  const reach = tQuantile(0.975, pupils - 1) * error
  return {
    status: 'shown',
    pupils,
    mean,
    error,
    low: Math.max(1, mean - reach),
    high: Math.min(99, mean + reach),
  }
}

/** What may be said of one pupil: a band that is honest about the error, never a point. */
export type GrowthBand = {
  readonly low: number
  readonly high: number
  /** a word only where the whole band lies on one side of 50 */
  readonly word: 'below usual' | 'cannot tell' | 'above usual'
}

/**
 * The growth band of a pupil: about two in three bands hold the true percentile. There is no function that gives
 * the percentile itself: with an error of 22 points it would say more than is known.
 *
 * @throws RangeError when there is no such pupil
 * @see Wells & Sireci (2020), Applied Measurement in Education 33(4) on the error
 */
export function growthBand(growth: GrowthPercentiles, pupil: number): GrowthBand {
  const percentile = unsealPercentiles('growthBand', growth)[pupil]
  if (percentile === undefined)
    throw new RangeError(`growthBand: there is no pupil ${pupil} among ${growth.pupils}`)
  const [low, high] = [Math.max(1, percentile - SINGLE_ERROR), Math.min(99, percentile + SINGLE_ERROR)]
  return { low, high, word: high < 50 ? 'below usual' : low > 50 ? 'above usual' : 'cannot tell' }
}
