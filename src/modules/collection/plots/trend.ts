import { scaleLinear } from 'd3-scale'

/** The drawing, in its own units; CSS decides the size on the page. */
export const TREND = { width: 320, height: 110, left: 30, right: 30, top: 24, bottom: 24 } as const

export type TrendMark = { x: number; y: number; period: string; value: number }

/**
 * Places figures over time, a place for each period in turn; from zero, so that a small change looks small. Null for
 * fewer than two: a point is no course.
 *
 * @returns the marks, and the parts of the line between periods that follow each other with a figure in both
 */
export function drawTrend(points: readonly { period: string; value: number | null }[]) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length < 2) return null
  const { width, height, left, right, top, bottom } = TREND
  const x = scaleLinear([0, points.length - 1], [left, width - right])
  const y = scaleLinear([Math.min(0, ...values), Math.max(...values, 0) || 1], [height - bottom, top])
  const marks = points.map(({ period, value }, index): TrendMark | null =>
    value === null ? null : { x: x(index), y: y(value), period, value },
  )
  const lines = marks.flatMap((mark, index) => {
    const next = marks[index + 1]
    return mark && next ? [[mark, next] as const] : []
  })
  const ticks = points.map(({ period }, index) => ({ period, x: x(index) }))
  return { marks: marks.filter((mark) => mark !== null), lines, ticks, zero: y(0) }
}
