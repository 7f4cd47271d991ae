import { clean } from '../../reports/words.ts'

/** Width of every drawing, in its own units: on a phone a label is still readable, on paper it fills the column. */
export const WIDTH = 420
/** Size of letters, in units of the drawing. */
export const LETTER = 12
/** From one line of a label to the next. */
export const LINE = 15

const INK = '#16211f'
export const SOFT = '#55625f'
export const RULE = '#c9cdc6'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element of SVG; what is between its tags is SVG already. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escaped(value ?? '')}"`)
  return `<${name}${written.join('')}${content.length > 0 ? `>${content.join('')}</${name}>` : '/>'}`
}

/** A line of words at a place. */
export function words(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return element('text', { x, y, fill: INK, ...attributes }, escaped(text))
}

/** A whole drawing of this height, on white: on a dark page its colours would not be seen otherwise. */
export function drawing(height: number, ...content: string[]): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${WIDTH} ${short(height)}`,
    width: WIDTH,
    height,
    'font-family': "'Atkinson Hyperlegible Next', 'Noto Sans', Arial, sans-serif",
    'font-size': LETTER,
  }
  return element('svg', attributes, element('rect', { width: WIDTH, height, fill: '#ffffff' }), ...content)
}

/** How wide words are, about: letters are not measured, so a little more is counted than they take. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width += /[ijlI.,:;'’ |!\u00a0]/u.test(letter) ? 0.33 : /[mwMW%@—]/u.test(letter) ? 0.92 : 0.6
  return width * LETTER
}

/** Words as lines that are no wider than this; a word that is wider alone is cut into pieces. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u).flatMap((one) => piecesOf(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function piecesOf(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > width) {
      pieces.push(piece)
      piece = letter
    } else piece += letter
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Rounded to hundredths, so that equal drawings are equal text on every machine. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Text within SVG; what XML does not know is left out. */
function escaped(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
