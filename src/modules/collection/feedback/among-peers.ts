import type { PeerSummary } from '../checks/index.ts'

/** Where a figure stands among those of other institutions: under, in or over the middle half. */
export type AmongPeers = 'under' | 'within' | 'over'

/** Where a figure stands; on the edge of the middle half is within it. */
export function amongPeers(value: number, { lowerQuartile, upperQuartile }: PeerSummary): AmongPeers {
  if (value < lowerQuartile) return 'under'
  return value > upperQuartile ? 'over' : 'within'
}

/**
 * A figure about few people, which is told as “fewer than”, even where nobody knows whose it is.
 *
 * @param leastCount fewest people that may be counted
 */
export const isFewPeople = (value: number, leastCount: number): boolean => value > 0 && value < leastCount
