import { numberFormat } from '../../texts/formats.ts'
import type { Language } from '../../texts/text.ts'
import { LOCALES } from '../../texts/text.ts'
import { legend } from './legend.ts'
import { type Fill, PAINT, painted, stripesFor } from './paint.ts'
import { drawing, element, LINE, linesOf, RULE, SOFT, WIDTH, widthOf, words } from './svg.ts'

export type StatusPart = { fill: Fill; label: string; count: number }
/** A bar: its parts in the order in which they stand; a part of nothing may be left out or be 0. */
export type StatusRow = { label: string; parts: readonly StatusPart[] }
export type StatusBarsOptions = {
  language: Language
  /** `count` (the usual): bars as long as what they count; `share`: all of the same length. */
  scale?: 'count' | 'share'
  /** Words for a row that counts nothing, as `nav darbību`. */
  nothing: string
}

const BAR = 20

/** Counts by what they are, one bar a row, with a legend, counts on the parts and the sum behind each bar. */
export function statusBars(
  rows: readonly StatusRow[],
  { language, scale = 'count', nothing }: StatusBarsOptions,
): string {
  const format = numberFormat(LOCALES[language])
  const known = rows.flatMap(({ parts }) => parts).filter(({ count }) => count > 0)
  const kinds = known.filter((one, place) => known.findIndex(({ label }) => label === one.label) === place)
  const sums = rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + Math.max(0, count), 0))
  const most = Math.max(1, ...sums)
  const said = sums.map((sum) => format.format(sum))
  const room = WIDTH - 8 - Math.max(0, ...said.map(widthOf))

  const key = legend(
    kinds.map(({ fill, label }) => ({
      label,
      sample: (x, middle) => painted(fill, x + 1, middle - 6, 14, 12),
    })),
    2,
  )
  let y = key.bottom + 6
  const drawn = rows.map(({ label, parts }, row) => {
    const lines = linesOf(label, WIDTH)
    const head = lines.map((line, place) => words(line, 0, y + LINE * (place + 0.8)))
    y += LINE * lines.length + 2
    const sum = sums[row] ?? 0
    const length = sum === 0 ? 0 : room * (scale === 'share' ? 1 : sum / most)
    const bar =
      sum === 0 ? words(nothing, 0, y + 14, { fill: SOFT }) : drawParts(parts, y, length / sum, format)
    const total = sum === 0 ? '' : words(said[row] ?? '', length + 6, y + 14, { 'font-weight': 700 })
    y += BAR + 9
    return [...head, bar, total].join('')
  })
  const zero = element('line', { x1: 0.5, x2: 0.5, y1: key.bottom + 4, y2: y - 4, stroke: RULE })
  return drawing(y, stripesFor(kinds.map(({ fill }) => fill)), key.svg, zero, ...drawn)
}

function drawParts(parts: readonly StatusPart[], y: number, unit: number, format: Intl.NumberFormat): string {
  let x = 0
  return parts
    .filter(({ count }) => count > 0)
    .map(({ fill, count }) => {
      const width = count * unit
      const said = format.format(count)
      const isRoomy = width >= widthOf(said) + 6
      const { ink, ground } = PAINT[fill]
      // On stripes a figure stands on a patch of the part's own colour.
      const patch =
        isRoomy && PAINT[fill].stripes
          ? element('rect', {
              x: x + width / 2 - widthOf(said) / 2 - 2,
              y: y + 3,
              width: widthOf(said) + 4,
              height: BAR - 6,
              fill: ground,
            })
          : ''
      const label = isRoomy
        ? words(said, x + width / 2, y + 14, { fill: ink, 'text-anchor': 'middle', 'font-weight': 600 })
        : ''
      const drawn = painted(fill, x, y, width, BAR) + patch + label
      x += width
      return drawn
    })
    .join('')
}
