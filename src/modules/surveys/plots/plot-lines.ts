import { scaleLinear } from 'd3-scale'

/** Drawing units; CSS decides the size on the page. */
export const WIDTH = 300
const MARGIN = 8 // so that a dot at 0 or at 100 per cent stays on the drawing
const ROW = 38
const TOP = 4
const FOOT = 22

/** Where the ticks of the common axis stand, as shares of 1. */
export const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** Place on the common axis, from 0 to 100 per cent, of a share of 1. */
export const placeShare: (share: number) => number = scaleLinear([0, 1], [MARGIN, WIDTH - MARGIN]).clamp(true)

/** Heights of a drawing of so many rows; in each row the words stand above the line. */
export function placeRows(count: number) {
  const bottom = TOP + count * ROW
  return {
    height: bottom + FOOT,
    top: TOP,
    bottom,
    tickWords: bottom + 16,
    rows: Array.from({ length: count }, (_, index) => ({
      words: TOP + index * ROW + 13,
      line: TOP + index * ROW + 24,
    })),
  }
}

/** Longer names would run into the figure at the end of their row. */
const LONGEST_NAME = 27

/** A name as a drawing has room for it; the table and the label of the drawing say it whole. */
export function fitName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`
}
