import type { Language } from '../../texts/text.ts'
import { scaleFor } from './axis.ts'
import { type Fill, painted, stripesFor } from './paint.ts'
import { drawing, element, LINE, linesOf, RULE, SOFT, WIDTH, widthOf, words } from './svg.ts'

/** A figure and the words that say it; null where there is none, and the words then say why. */
export type Bar = { label: string; value: number | null; said: string; fill?: Fill }
export type BarsOptions = {
  language: Language
  /** Stands at the axis: `%`, `skolēni`. */
  unit: string
  /** What the axis has to reach besides, so that several drawings have one scale; zero is always on it. */
  domain?: readonly [low: number, high: number]
  /** A line across all bars. */
  target?: { value: number; label: string }
}

const BAR = 16

/** One bar a row, always from zero, with its figure beside it. */
export function bars(rows: readonly Bar[], { language, unit, domain, target }: BarsOptions): string {
  const values = rows.flatMap(({ value }) => value ?? [])
  // A figure stands behind its bar, on the left where the bar leads there.
  const spare = (isLeft: boolean) =>
    Math.max(
      0,
      ...rows.map(({ value, said }) => (value !== null && value < 0 === isLeft ? widthOf(said) + 8 : 0)),
    )
  const scale = scaleFor([0, ...values, ...(target ? [target.value] : [])], {
    from: Math.min(spare(true), WIDTH / 3) + 1,
    to: WIDTH - Math.max(16, Math.min(spare(false), WIDTH / 2)),
    marks: 4,
    language,
    domain,
  })
  const zero = scale.place(0)
  const goal = target && scale.place(target.value)
  const aim = target && linesOf(target.label, WIDTH)
  const top = 4 + LINE * (aim?.length ?? 0)
  let y = top
  const drawn = rows.map(({ label, value, said, fill = 'plain' }) => {
    const lines = linesOf(label, WIDTH)
    const head = lines.map((line, place) => words(line, 0, y + LINE * (place + 0.8)))
    y += LINE * lines.length + 2
    const bar =
      value === null
        ? words(said, zero + 4, y + 13, { fill: SOFT })
        : drawBar(scale.place(value), zero, value < 0, said, fill, y)
    // The line of the target is drawn beside bars only: across words it would make them hard to read.
    const across =
      goal === undefined
        ? ''
        : element('line', {
            x1: goal,
            x2: goal,
            y1: y - 3,
            y2: y + BAR + 3,
            stroke: '#16211f',
            'stroke-width': 2,
            'stroke-dasharray': '5 2',
          })
    y += BAR + 8
    return [...head, bar, across].join('')
  })
  const marks = scale.ticks.map(({ place, said }) =>
    [
      element('line', {
        x1: place,
        x2: place,
        y1: top,
        y2: y,
        stroke: RULE,
        'stroke-width': place === zero ? 1.5 : 0.7,
      }),
      words(said, place, y + LINE, { fill: SOFT, 'text-anchor': place < 12 ? 'start' : 'middle' }),
    ].join(''),
  )
  const aimed =
    goal === undefined
      ? []
      : (aim ?? []).map((line, row) =>
          words(line, goal, LINE * (row + 0.8), { 'text-anchor': goal > WIDTH / 2 ? 'end' : 'start' }),
        )
  return drawing(
    y + 2 * LINE + 6,
    stripesFor(rows.map(({ fill = 'plain' }) => fill)),
    ...marks,
    ...drawn,
    ...aimed,
    words(unit, WIDTH, y + 2 * LINE, { fill: SOFT, 'text-anchor': 'end' }),
  )
}

function drawBar(
  end: number,
  zero: number,
  isNegative: boolean,
  said: string,
  fill: Fill,
  y: number,
): string {
  const [from, to] = isNegative ? [end, zero] : [zero, end]
  const width = Math.max(to - from, 0.8)
  const label = words(said, isNegative ? from - 5 : to + 5, y + 12.5, {
    'text-anchor': isNegative ? 'end' : 'start',
    'font-weight': 600,
  })
  return painted(fill, from, y, width, BAR) + label
}
