import type { Language } from '../../texts/text.ts'
import type { Drawing, LegendEntry, Mark } from './drawing.ts'
import { legend } from './legend.ts'
import { LOOKS } from './looks.ts'
import { element, linesOf, SOFT, short, WIDTH, words } from './svg.ts'

/** A chart with all that it needs to be understood away from its page. */
export type ChartFile = {
  language: Language
  title: string
  /** What it shows, in one sentence. */
  sentence: string
  drawing: Drawing
  legend: readonly LegendEntry[]
  /** Unit, direction and scale; what the drawing leaves out. */
  notes: readonly string[]
  /** Where its figures are from, under which licence, where it stands and of which day it is. */
  source: readonly string[]
}

const EDGE = 16
const TITLE = 16
const FONT = "'Atkinson Hyperlegible Next', 'Noto Sans', Arial, sans-serif"

/** A chart as an SVG that is complete in itself, on white, with its title, sentence, legend and source. */
export function chartFile({ language, title, sentence, drawing, legend: entries, notes, source }: ChartFile) {
  const parts: string[] = []
  let y = EDGE
  const write = (text: string, size: number, attributes: Record<string, string | number> = {}) => {
    for (const row of linesOf(text, (WIDTH * 12) / size)) {
      y += size * 1.25
      parts.push(words(row, EDGE, y, { 'font-size': size, ...attributes }))
    }
  }
  write(title, TITLE, { 'font-weight': 700 })
  y += 4
  write(sentence, 13)
  y += 12
  const scale = WIDTH / drawing.width
  parts.push(
    element(
      'g',
      { transform: `translate(${EDGE} ${short(y)}) scale(${short(scale)})`, 'font-size': 13 },
      ...drawing.marks.map(paintMark),
    ),
  )
  y += drawing.height * Number(short(scale)) + 8
  const key = legend(
    entries.map(({ label, marks }) => ({
      label,
      sample: (x, middle) =>
        element('g', { transform: `translate(${short(x)} ${short(middle - 8)})` }, ...marks.map(paintMark)),
    })),
    0,
  )
  if (entries.length > 0) {
    parts.push(element('g', { transform: `translate(${EDGE} ${short(y)})` }, key.svg))
    y += key.bottom + 4
  }
  for (const note of notes) write(note, 12)
  y += 6
  for (const said of source) write(said, 11, { fill: SOFT })
  const [width, height] = [WIDTH + 2 * EDGE, Math.ceil(y + EDGE)]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      lang: language,
      role: 'img',
      'aria-label': `${title}. ${sentence}`,
      'font-family': FONT,
      'font-size': 12,
    },
    element('rect', { width, height, fill: '#ffffff' }),
    ...parts,
  )
}

function paintMark(mark: Mark): string {
  const paint = LOOKS[mark.look]
  switch (mark.kind) {
    case 'line':
      return element('line', { x1: mark.x1, y1: mark.y1, x2: mark.x2, y2: mark.y2, ...paint })
    case 'rect':
      return element('rect', { x: mark.x, y: mark.y, width: mark.width, height: mark.height, ...paint })
    case 'circle':
      return element('circle', { cx: mark.x, cy: mark.y, r: mark.r, ...paint })
    case 'path':
      return element('path', { d: mark.d, ...paint })
    case 'words': {
      const at = { 'text-anchor': mark.anchor ?? 'start' }
      // Words stand out from what they lie on; a painter that knows no order of paint gets them twice.
      return (
        words(mark.words, mark.x, mark.y, {
          ...at,
          ...paint,
          fill: '#ffffff',
          stroke: '#ffffff',
          'stroke-width': 3,
        }) + words(mark.words, mark.x, mark.y, { ...at, ...paint })
      )
    }
  }
}
