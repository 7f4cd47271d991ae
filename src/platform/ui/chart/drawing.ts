import type { Look } from './looks.ts'

type At = { look: Look }
/** One mark of a drawing. Its look names a class of the page's style and the paint of the file's. */
export type Mark =
  | (At & { kind: 'line'; x1: number; y1: number; x2: number; y2: number })
  | (At & { kind: 'rect'; x: number; y: number; width: number; height: number })
  | (At & { kind: 'circle'; x: number; y: number; r: number })
  | (At & { kind: 'path'; d: string })
  | (At & { kind: 'words'; x: number; y: number; words: string; anchor?: 'start' | 'middle' | 'end' })

/** A chart as data: a page and a file draw the same of it. It lies in its own units; CSS decides the size on a page. */
export type Drawing = { width: number; height: number; marks: readonly Mark[] }

/** What a colour or a sign of a chart means. The sign stands in a square of 16. */
export type LegendEntry = { key: string; label: string; marks: readonly Mark[] }

/** Size of letters on a page: a chart as wide as a phone shows them no smaller than 12 px. */
export const LETTERS = 13

export const line = (look: Look, x1: number, y1: number, x2: number, y2: number): Mark => ({
  kind: 'line',
  look,
  x1,
  y1,
  x2,
  y2,
})

export const words = (
  look: Look,
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end' = 'middle',
): Mark => ({ kind: 'words', look, x, y, words: text, anchor })

export const circle = (look: Look, x: number, y: number, r: number): Mark => ({
  kind: 'circle',
  look,
  x,
  y,
  r,
})

export const path = (look: Look, d: string): Mark => ({ kind: 'path', look, d })

/** The zigzag at the foot of an axis that leaves zero out. */
export const zigzag = (x: number, y: number): Mark => path('axis-break', `M${x - 5} ${y - 4}l3 -4l4 6l3 -4`)
