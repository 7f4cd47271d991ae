import type { Complaint } from './problems.ts'

export type Row = {
  cells: string[]
  /** Line on which the row begins: a quoted cell may go over several. */
  line: number
  /** Of cells of a workbook, what their text does not tell, by their place in the row. */
  kinds?: ReadonlyMap<number, CellKind>
}

/** `date`: a day that the program made of what was typed; `longNumber`: one whose last digits are no longer true. */
export type CellKind = 'date' | 'longNumber'

const QUOTE = 0x22
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * Splits CSV text (RFC 4180) into rows one by one, so that a reader can stop early. Lines may end in any of
 * the three ways, each in another; the last one need not end. Time grows with the length of the text only.
 *
 * @param start where in the text the first row begins, and on which line that is
 * @returns what cannot be read, at which the rows end; undefined when all is well
 */
export function* splitRows(
  text: string,
  separator: string,
  start = { at: 0, line: 1 },
): Generator<Row, Complaint | undefined> {
  const separatorCode = separator.charCodeAt(0)
  let { at, line } = start
  while (at < text.length) {
    const row: Row = { cells: [], line }
    for (;;) {
      const cell = text.charCodeAt(at) === QUOTE ? readQuoted(text, at) : readPlain(text, at, separatorCode)
      if (cell.end < 0) return { line, reason: 'platform.import.quoteOpen', values: {} }
      row.cells.push(cell.content)
      at = cell.end
      line += cell.lines
      if (text.charCodeAt(at) !== separatorCode) break
      at += 1
    }
    const ending = lineEndAt(text, at)
    if (ending === 0 && at < text.length) return { line, reason: 'platform.import.quoteStray', values: {} }
    at += ending
    line += 1
    yield row
  }
  return undefined
}

/** A cell, where it ends (-1: never), and how many line ends are in it. */
type Cell = { content: string; end: number; lines: number }

function readQuoted(text: string, start: number): Cell {
  let content = ''
  let from = start + 1
  for (;;) {
    const end = text.indexOf('"', from)
    if (end < 0) return { content, end, lines: 0 }
    content += text.slice(from, end)
    if (text.charCodeAt(end + 1) !== QUOTE) {
      const unified = content.replaceAll(/\r\n?/g, '\n')
      return { content: unified, end: end + 1, lines: unified.split('\n').length - 1 }
    }
    content += '"'
    from = end + 2
  }
}

function readPlain(text: string, start: number, separatorCode: number): Cell {
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === separatorCode || code === LINE_FEED || code === CARRIAGE_RETURN || code === QUOTE) break
    end += 1
  }
  return { content: text.slice(start, end), end, lines: 0 }
}

/** Length of the line end here, 0 when there is none. */
function lineEndAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === LINE_FEED) return 1
  if (code !== CARRIAGE_RETURN) return 0
  return text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1
}
