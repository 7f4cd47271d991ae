import type { Inline, ReportTable } from './report.ts'

/** Letters of the size of a table that stand beside each other on a page that stands, and on one that lies. */
const UPRIGHT_LETTERS = 96
/** Space between two columns, in letters. */
const GAP = 2
/** More columns than these are never read on an upright page. */
const MOST_COLUMNS = 8
/** A text of several words may break: this many letters in a line are still read well. */
const WORDS = 16

/**
 * Whether a table is drawn on a page that lies on its side, because upright it would be cut, or its words squeezed
 * into columns of a few letters.
 */
export function turns(table: ReportTable): boolean {
  return table.columns.length > MOST_COLUMNS || needs(table) > UPRIGHT_LETTERS
}

/** How many letters a row needs at least: in each column its longest word, and enough of a line where there are many. */
function needs({ columns, rows }: ReportTable): number {
  const widths = columns.map(({ heading }, place) =>
    Math.max(
      longestWord(heading),
      ...rows.map(({ cells, isLead }) => (isLead ? 0 : columnNeed(cells[place] ?? []))),
    ),
  )
  return widths.reduce((sum, width) => sum + width + GAP, 0)
}

function columnNeed(content: Inline): number {
  const text = content.map(({ text }) => text).join('')
  return Math.max(longestWord(text), Math.min(text.length, WORDS))
}

/** Long codes may break within, so they count as a long word and no more. */
function longestWord(text: string): number {
  return Math.min(18, Math.max(0, ...text.split(/[\s/-]+/u).map(({ length }) => length)))
}

/**
 * Each column's part of the width, as shares of 1: what the report says, where it says something, and otherwise by
 * what stands in the column.
 */
export function columnShares({ columns, rows }: ReportTable): number[] {
  const isSaid = columns.some(({ share }) => share !== undefined)
  const parts = columns.map(({ heading, share = 1 }, place) => {
    if (isSaid) return share
    const lengths = rows.flatMap(({ cells, isLead }) => (isLead ? [] : lengthOf(cells[place] ?? [])))
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
    return Math.max(longestWord(heading), Math.min(60, mean), 5)
  })
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => part / sum)
}

/** How long a text is, in letters. */
export const lengthOf = (content: Inline) => content.reduce((sum, { text }) => sum + text.length, 0)
