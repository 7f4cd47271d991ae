import type { Inline, ReportTable } from './report.ts'

/** Letters of the size of a table that stand beside each other on a page that stands, and on one that lies. */
const UPRIGHT_LETTERS = 96
const LYING_LETTERS = 146
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
function needs(table: ReportTable): number {
  return columnNeeds(table, (text) => Math.max(longestWord(text), Math.min(text.length, WORDS))).reduce(
    (sum, need) => sum + need,
    0,
  )
}

/** How many letters each column needs, with the space beside it: its heading a word, and its cells what is measured. */
function columnNeeds({ columns, rows }: ReportTable, measure: (text: string) => number): number[] {
  return columns.map(({ heading }, place) => {
    const cells = rows.map(({ cells, isLead }) => (isLead ? 0 : measure(textOf(cells[place] ?? []))))
    return GAP + Math.max(longestWord(heading), ...cells)
  })
}

const textOf = (content: Inline) => content.map(({ text }) => text).join('')

/** Long codes may break within, so they count as a long word and no more. */
function longestWord(text: string): number {
  return Math.min(18, Math.max(0, ...text.split(/[\s/-]+/u).map(({ length }) => length)))
}

/**
 * Each column's part of the width, as shares of 1: what the report says, where it says something, and otherwise by
 * what stands in the column; but none so narrow that its longest word would reach into the next.
 */
export function columnShares(table: ReportTable): number[] {
  const { columns, rows } = table
  const isSaid = columns.some(({ share }) => share !== undefined)
  const wanted = columns.map(({ heading, share = 1 }, place) => {
    if (isSaid) return share
    const lengths = rows.flatMap(({ cells, isLead }) => (isLead ? [] : lengthOf(cells[place] ?? [])))
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
    return Math.max(longestWord(heading), Math.min(60, mean), 5)
  })
  const letters = turns(table) ? LYING_LETTERS : UPRIGHT_LETTERS
  return withRoom(
    wanted,
    columnNeeds(table, longestWord).map((need) => need / letters),
  )
}

/** Shares of 1 as they are wanted, where no column gets less than it needs; where there is too little for all, by need. */
function withRoom(wanted: readonly number[], needs: readonly number[]): number[] {
  const needed = needs.reduce((sum, need) => sum + need, 0)
  if (needed >= 1) return needs.map((need) => need / needed)
  const narrow = new Set<number>()
  for (;;) {
    const left = needs.reduce((rest, need, place) => (narrow.has(place) ? rest - need : rest), 1)
    const others = wanted.reduce((sum, part, place) => (narrow.has(place) ? sum : sum + part), 0)
    const shares = needs.map((need, place) =>
      narrow.has(place) ? need : (left * (wanted[place] ?? 0)) / others,
    )
    const squeezed = needs.flatMap((need, place) => ((shares[place] ?? 0) < need ? [place] : []))
    if (squeezed.every((place) => narrow.has(place))) return shares
    for (const place of squeezed) narrow.add(place)
  }
}

/** How long a text is, in letters. */
export const lengthOf = (content: Inline) => content.reduce((sum, { text }) => sum + text.length, 0)
