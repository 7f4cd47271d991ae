import { decode } from '../import/decode.ts'
import { plainHeading } from '../import/header.ts'
import { plainName } from '../import/match-names.ts'
import type { Complaint } from '../import/problems.ts'
import { detectWriting } from '../import/separator.ts'
import type { Sheet } from '../import/sheet.ts'
import type { Row } from '../import/split-rows.ts'
import type { DateForm, PartChoice } from './choices.ts'
import { firstRows, linesOf, type PartPlace } from './open-parts.server.ts'
import type { UploadedFile } from './upload-store.server.ts'

type Sheets = Readonly<Record<string, Sheet>>

/** What can be seen of a table without knowing what it means. */
export type PartFacts = {
  /** The file, and the tab of a workbook. */
  place: string
  headings: readonly string[]
  /** Words as they read in the proposed encoding; empty where nothing is proposed. */
  words: readonly string[]
  complaint: Complaint | undefined
}

/** Rows that are enough to see how a table is written. */
const ENOUGH = 500
/** A title or two may stand above the headings. */
const HIGHEST_HEADER = 15

/** Guesses of each table what it is and how it is written; a person looks at the guesses before anything is read by them. */
export async function recognise(
  files: readonly UploadedFile[],
  places: readonly PartPlace[],
  sheets: Sheets,
): Promise<PartChoice[]> {
  return Promise.all(places.map((place) => recognisePart(files, place, sheets)))
}

async function recognisePart(
  files: readonly UploadedFile[],
  { file, tab }: PartPlace,
  sheets: Sheets,
): Promise<PartChoice> {
  const found = files[file]
  const name = tab ?? found?.name ?? ''
  const encoding = tab === null && found ? proposedEncoding(found.bytes) : null
  const separator = tab === null && found ? separatorOf(found.bytes, encoding) : '\t'
  const how = { file, tab, encoding, separator }
  const { rows } = await firstRows(linesOf(files, how), ENOUGH)
  const { sheet, line } = guessSheet(name, rows, sheets)
  const numbers = sheets[sheet] && figuresIn(sheets[sheet], rows, line)
  return {
    ...how,
    isEncodingConfirmed: encoding === null,
    sheet,
    header: line,
    decimal: decimalOf(numbers ?? rows.flatMap(({ cells }) => cells), separator),
    dates: datesOf(rows),
    mapping: null,
  }
}

/** Files that are no Unicode may be Windows-1257; whether they are, a person sees by their words. */
function proposedEncoding(bytes: Uint8Array): 'windows-1257' | null {
  const decoded = decode(bytes)
  if (!('complaint' in decoded)) return null
  const { reason } = decoded.complaint
  const mayBe = reason === 'platform.import.windows1257' || reason === 'platform.import.encodingUnknown'
  return mayBe && 'text' in decode(bytes, 'windows-1257') ? 'windows-1257' : null
}

function separatorOf(bytes: Uint8Array, encoding: PartChoice['encoding']): PartChoice['separator'] {
  const decoded = decode(bytes, encoding ?? undefined)
  const writing = 'text' in decoded ? detectWriting(decoded.text) : undefined
  return writing && 'separator' in writing ? writing.separator : ';'
}

/** The sheet by its name, else by its headings, and the line on which they stand. */
function guessSheet(name: string, rows: readonly Row[], sheets: Sheets) {
  const plain = plainName(name).replace(/(-?\(\d+\))?\.\w+$/, '')
  const named = nameIn(plain, Object.values(sheets))
  const heads = rows.slice(0, HIGHEST_HEADER)
  const scores = Object.entries(sheets).flatMap(([sheet, { file, columns }]) =>
    heads.map(({ cells, line }) => {
      const known = new Set(cells.map(plainHeading).filter((heading) => heading in columns)).size
      const share = known / Math.max(1, cells.filter((cell) => cell.trim() !== '').length)
      const score = (file === named ? 1 : 0) + (known >= 2 ? share : 0)
      return { sheet, line, known, score, isWhole: known === Object.keys(columns).length }
    }),
  )
  const [first, ...others] = scores.toSorted(
    (a, b) => b.score - a.score || b.known - a.known || Number(b.isWhole) - Number(a.isWhole),
  )
  const best = first && isUndecided(first, others) ? undefined : first
  if (best && best.score >= 0.5 && best.known > 0) return { sheet: best.sheet, line: best.line }
  const head = heads.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1) ?? heads[0]
  return { sheet: best && best.score >= 0.5 ? best.sheet : '', line: head?.line ?? 1 }
}

/** The file of ours that a name tells of: our own downloads have the municipality's name before it. */
function nameIn(plain: string, sheets: readonly Sheet[]): string | undefined {
  const files = sheets.map(({ file }) => file)
  const meant = files.filter((file) => file === `${plain}.csv` || `${plain}.csv`.endsWith(`-${file}`))
  return meant.toSorted((a, b) => b.length - a.length)[0]
}

type Score = { sheet: string; known: number; score: number; isWhole: boolean }

/** Where the same headings fit two sheets alike, a person says which is meant. */
const isUndecided = (one: Score, all: readonly Score[]) =>
  all.some(
    ({ sheet, score, known, isWhole }) =>
      sheet !== one.sheet && score === one.score && known === one.known && isWhole === one.isWhole,
  )

/** Cells below the headings of columns that hold figures: codes such as 1.1 are no decimals. None where no such heading is there. */
function figuresIn({ columns }: Sheet, rows: readonly Row[], header: number): string[] | undefined {
  const head = rows.find(({ line }) => line === header)?.cells.map(plainHeading) ?? []
  const places = head.flatMap((name, place) => (columns[name]?.form?.kind === 'decimal' ? [place] : []))
  if (places.length === 0) return undefined
  return rows.filter(({ line }) => line > header).flatMap(({ cells }) => places.map((at) => cells[at] ?? ''))
}

function decimalOf(found: readonly string[], separator: PartChoice['separator']): ',' | '.' {
  const cells = found.map((cell) => cell.trim())
  const commas = cells.filter((cell) => /^-?\d+,\d+$/.test(cell)).length
  const points = cells.filter((cell) => /^-?\d+\.\d+$/.test(cell)).length
  // What semicolons part is written by a program that uses the comma in numbers; 1.1 and 1.2 are codes there.
  if (separator === ';' && commas > 0) return ','
  if (commas === points) return separator === ';' ? ',' : '.'
  return commas > points ? ',' : '.'
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/

function datesOf(rows: readonly Row[]): DateForm {
  const dates = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => [SLASHED.exec(cell.trim())].filter(Boolean)),
  )
  if (dates.length === 0) return 'own'
  return dates.some((found) => Number(found?.[2]) > 12) ? 'monthFirst' : 'dayFirst'
}

/** Words that show whether an encoding is right. */
const MOST_WORDS = 6

/** What is seen of a table when it is read as was chosen. */
export async function factsOf(files: readonly UploadedFile[], choice: PartChoice): Promise<PartFacts> {
  const { file, tab, encoding, header } = choice
  const name = files[file]?.name ?? ''
  const { rows, complaint } = await firstRows(linesOf(files, choice), ENOUGH)
  const head = rows.find(({ line }) => line >= header)
  const text = rows.flatMap(({ cells }) => cells).join(' ')
  const words = encoding === null ? [] : [...new Set(text.match(/\p{L}*[āčēģīķļņšūž]\p{L}*/giu) ?? [])]
  return {
    place: tab === null ? name : `${name} › ${tab}`,
    headings: (head?.cells ?? []).map((cell) => cell.trim()),
    words: words.slice(0, MOST_WORDS),
    complaint,
  }
}
