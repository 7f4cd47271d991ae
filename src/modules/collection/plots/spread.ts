import { scaleLinear } from 'd3-scale'
import type { PeerSummary } from '../checks/index.ts'

/** The drawing, in its own units; CSS decides the size on the page. */
export const SPREAD = { width: 320, height: 46, side: 14, line: 18 } as const

/**
 * Places the middle half of the institutions, their median and one's own figure on a line that begins at zero. The
 * least and the greatest are not drawn: they would be somebody's.
 */
export function drawSpread(own: number, { lowerQuartile, median, upperQuartile }: PeerSummary) {
  const all = [own, lowerQuartile, upperQuartile]
  const low = Math.min(0, ...all)
  const high = Math.max(0, ...all)
  // Room on both sides, for nobody is to think that figures end at the quartiles.
  const x = scaleLinear(
    [low, low === high ? low + 1 : high + (high - low) * 0.15],
    [SPREAD.side, SPREAD.width - SPREAD.side],
  )
  return { from: x(lowerQuartile), to: x(upperQuartile), median: x(median), own: x(own), zero: x(0) }
}
