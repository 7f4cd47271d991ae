type Paint = Readonly<Record<string, string | number>>

const INK = '#16211f'
const SOFT = '#55625f'
const RULE = '#c9cdc6'
const MET = '#14604b'
const MISSED = '#b9492f'
const ACCENT = '#0a5c52'

const stroke = (colour: string, width: number, more: Paint = {}): Paint => ({
  fill: 'none',
  stroke: colour,
  'stroke-width': width,
  ...more,
})
const letters = (colour: string, more: Paint = {}): Paint => ({ fill: colour, ...more })
const area = (colour: string): Paint => ({ fill: colour, stroke: INK, 'stroke-width': 0.5 })

/**
 * How marks look in a file, which knows no style sheet: as on a page in light colours. On a page the same names are
 * classes, see `styles/charts.css`.
 */
export const LOOKS = {
  axis: stroke(RULE, 1),
  grid: stroke(RULE, 0.8),
  'axis-break': stroke(SOFT, 1.5),
  path: stroke(SOFT, 1.5),
  target: stroke(MET, 3),
  'target-zone': stroke(MET, 6, { 'stroke-opacity': 0.28 }),
  'target-path': stroke(MET, 1.5, { 'stroke-dasharray': '5 4' }),
  break: stroke(MISSED, 1.5, { 'stroke-dasharray': '2 3' }),
  interval: stroke(ACCENT, 2),
  whisker: stroke(ACCENT, 1.5),
  'dot-base': { fill: '#ffffff', stroke: SOFT, 'stroke-width': 1.5 },
  'dot-earlier': letters(SOFT),
  'dot-latest': letters(INK),
  tick: letters(SOFT),
  named: letters(INK),
  'value-label': letters(INK, { 'font-weight': 600 }),
  'target-label': letters(MET),
  'break-label': letters(MISSED),
  'fill-met': area(MET),
  'fill-onTrack': area('#5aa394'),
  'fill-missed': area(MISSED),
  'fill-offTrack': area('#e0b65a'),
  'fill-notEvaluable': area('#dfe2dd'),
  'fill-implemented': area(ACCENT),
  'fill-inProgress': area('#5aa394'),
  'fill-partial': area('#e0b65a'),
  'fill-deferred': area('#b9bfba'),
  'fill-notStarted': area(MISSED),
  'fill-unreported': area('#ffffff'),
  'fill-step-1': area(ACCENT),
  'fill-step-2': area('#5aa394'),
  'fill-step-3': area('#e0b65a'),
  'fill-step-4': area('#b9bfba'),
  'fill-step-5': area(MISSED),
} satisfies Readonly<Record<string, Paint>>

/** How a mark looks: by what it means. */
export type Look = keyof typeof LOOKS
