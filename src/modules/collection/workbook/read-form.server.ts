import type { Complaint } from '#platform/forms/form.ts'
import { MINUTES } from '../form/fields.ts'
import { readAnswers } from '../form/read-answers.ts'
import { readCount } from '../form/read-numbers.ts'
import type { CallForm } from '../model.ts'
import type { CellProblem } from './cell-problem.ts'
import { addressOf, FIRST_ROW, type LaidCell, type LaidSheet, layOut } from './layout.ts'
import { findRawSheet, mapSheet } from './map-sheet.ts'
import { type RawSheet, readRawSheets } from './raw-sheets.server.ts'
import { asTyped } from './read-cells.ts'
import { readStamp, STAMP_TAB, type Stamp } from './stamp.ts'
import { type Words, wordsIn } from './words.ts'

export type ReadWorkbook = {
  stamp: Stamp
  /** What stands in the cells, by the names of inputs; of what cannot be read nothing. */
  typed: Record<string, string>
  /** Where each input stands. */
  cells: ReadonlyMap<string, string>
  problems: CellProblem[]
  /** What was read otherwise than it looks. */
  notes: Complaint[]
}

/** What the workbook must be: of this call, this institution, the form as it is now. */
export type Expected = Omit<Stamp, 'edit'> & { newestEdit: number }

/**
 * Reads a filled workbook, or refuses it in words. Everything that is wrong comes at once, cell by cell; figures that
 * the workbook has computed are passed over, since the server computes them anew.
 */
export async function readFormWorkbook(
  bytes: Uint8Array,
  form: CallForm,
  expected: Expected,
  words: Words,
): Promise<ReadWorkbook | { refused: Complaint }> {
  const raw = await readRawSheets(bytes)
  if ('refused' in raw) return raw
  const stamp = stampIn(raw)
  if (!stamp) return refuse('noStamp')
  const refused = strangeness(stamp, expected)
  if (refused) return refused
  return { stamp, ...readSheets(raw, form, words) }
}

function stampIn(raw: readonly RawSheet[]): Stamp | undefined {
  const sheet = raw.find(({ tab }) => tab === STAMP_TAB)
  return sheet && readStamp([...sheet.rows.values()].map(({ cells }) => cells))
}

type Why = 'noStamp' | 'otherMunicipality' | 'otherCall' | 'otherInstitution' | 'otherForm' | 'newer'
const refuse = (why: Why, values: Record<string, string> = {}) => ({
  refused: { reason: `collection.workbook.refused.${why}`, values } satisfies Complaint,
})

function strangeness(stamp: Stamp, expected: Expected) {
  if (stamp.municipality !== expected.municipality) return refuse('otherMunicipality')
  if (stamp.call !== expected.call) return refuse('otherCall', { call: stamp.call })
  if (stamp.institution !== expected.institution)
    return refuse('otherInstitution', { institution: stamp.institution })
  if (stamp.form !== expected.form) return refuse('otherForm')
  return stamp.edit > expected.newestEdit ? refuse('newer') : undefined
}

function readSheets(raw: readonly RawSheet[], form: CallForm, words: Words): Omit<ReadWorkbook, 'stamp'> {
  const typed: Record<string, string> = {}
  const cells = new Map<string, string>()
  const problems: CellProblem[] = []
  const notes: Complaint[] = []
  const inEnglish = layOut(form, wordsIn(words.language === 'lv' ? 'en' : 'lv'))
  for (const [index, sheet] of layOut(form, words).entries()) {
    if (sheet.cells.length === 0) continue
    const found = findRawSheet(raw, sheet, inEnglish[index]?.tab ?? sheet.tab)
    notes.push(...found.notes)
    problems.push(...found.problems)
    if (!found.sheet) continue
    const mapped = mapSheet(found.sheet, sheet, words)
    notes.push(...mapped.notes)
    problems.push(...mapped.problems)
    for (const cell of sheet.cells) {
      if (cell.field && cell.field.computed !== null) continue
      const at = mapped.at(keyOf(sheet, cell))
      if (!at) continue
      const address = `${found.sheet.tab}!${addressOf(at.line - 1, at.column)}`
      cells.set(cell.input, address)
      const row = found.sheet.rows.get(at.line)
      const read = asTyped(row?.cells[at.column] ?? '', row?.kinds?.get(at.column), cell)
      if (typeof read === 'string') typed[cell.input] = read
      else problems.push({ cell: address, complaint: read })
    }
  }
  problems.push(...complaintsOf(form, typed, cells))
  // What is wrong with a sheet as a whole first, then from cell to cell as one reads.
  const order = new Map([...cells.values()].map((cell, at) => [cell, at]))
  const sorted = problems.toSorted(
    (one, other) => (order.get(one.cell) ?? -1) - (order.get(other.cell) ?? -1),
  )
  return { typed, cells, problems: sorted, notes }
}

const keyOf = ({ rows, columns }: LaidSheet, { row, column }: LaidCell) => ({
  row: rows[row - FIRST_ROW]?.key ?? '',
  column: columns[column]?.key ?? '',
})

/** What is wrong with what was read, by the same rules as if it had been typed into the form. */
function complaintsOf(
  { elements }: CallForm,
  typed: Readonly<Record<string, string>>,
  cells: ReadonlyMap<string, string>,
): CellProblem[] {
  const { complaints } = readAnswers(elements, typed)
  const all = [...complaints].map(([input, complaint]) => ({ cell: cells.get(input) ?? input, complaint }))
  const minutes = typed[MINUTES]?.trim() ?? ''
  const read = minutes === '' ? 1 : readCount(minutes)
  if (typeof read === 'number' && read > 0) return all
  const complaint: Complaint = { reason: 'collection.workbook.problem.minutes' }
  return [...all, { cell: cells.get(MINUTES) ?? MINUTES, complaint }]
}
