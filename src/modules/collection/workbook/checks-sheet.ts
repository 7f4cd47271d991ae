import type { WriteSheet } from 'hucre'
import { fieldsIn, needsOf, parse, Unreadable } from '../checks/index.ts'
import type { CheckContext } from '../checks/outcome.ts'
import type { Check } from '../model.ts'
import { formatOf } from './cell-values.ts'
import { type Filling, formulaOf } from './fill-sheet.ts'
import {
  addressOf,
  CHECK_COLUMNS,
  columnAt,
  FIRST_ROW,
  HEADS_ROW,
  KEYS_ROW,
  type LaidSheet,
  letterOf,
} from './layout.ts'
import { tabInFormula } from './places.ts'
import { LOOKS, SheetCells } from './sheet-cells.ts'
import { quoted, type Sight } from './translate.ts'
import { sayMessage } from './words.ts'

/** A check of a form, and how a spreadsheet reckons it; without a formula it waits for the server. */
export type ReckonedCheck = { check: Check; formula: string | undefined }

/** What a spreadsheet does not have: other institutions, earlier years, other calls. */
const ON_SERVER: readonly (keyof CheckContext)[] = ['history', 'peers', 'others']

/** Which checks are made in the workbook itself. */
export function reckon(checks: readonly Check[], sight: Sight): ReckonedCheck[] {
  return checks.map((check) => ({
    check,
    formula: waits(check) ? undefined : formulaOf(check.expression, sight),
  }))
}

function waits({ expression }: Check): boolean {
  try {
    return needsOf(parse(expression)).some((need) => ON_SERVER.includes(need))
  } catch (error) {
    if (error instanceof Unreadable) return true
    throw error
  }
}

/** Words of checks that do not hold, as formulas, by the one field beside which each can be said. */
export function failingBeside(
  reckoned: readonly ReckonedCheck[],
  sheet: LaidSheet,
  { sight, words }: Pick<Filling, 'words'> & { sight: Sight },
): Map<string, string[]> {
  const beside = new Map<string, string[]>()
  for (const [index, { check, formula }] of reckoned.entries()) {
    if (!formula) continue
    const row = FIRST_ROW + index
    const at = (key: (typeof CHECK_COLUMNS)[number]) =>
      `${tabInFormula(sheet.tab)}!$${letterOf(columnAt(sheet, key))}$${row + 1}`
    const piece = `IF(${at('outcome')}=${quoted(words.text('collection.workbook.check.failed'))}," "&${at('message')},"")`
    for (const field of single(check, sight)) beside.set(field, [...(beside.get(field) ?? []), piece])
  }
  return beside
}

/** Fields that a check names one by one; of a column nobody could say which of its cells is wrong. */
function single({ expression }: Check, { names }: Sight): string[] {
  const fields = fieldsIn(expression).flatMap((name) => {
    const named = names.get(name)
    return named && !named.isColumn ? named.fields : []
  })
  return [...new Set(fields)]
}

/** Every check with what it says now, and room for a comment where a soft one does not hold. */
export function checksSheet(
  sheet: LaidSheet,
  reckoned: readonly ReckonedCheck[],
  filling: Filling,
): WriteSheet {
  const { typed, words } = filling
  const { text } = words
  const out = new SheetCells()
  out.put(0, 0, sheet.stamp)
  out.put(0, 1, sheet.title, LOOKS.title)
  for (const [column, key] of CHECK_COLUMNS.entries()) {
    out.put(KEYS_ROW, column, key)
    out.put(HEADS_ROW, column, key === 'key' ? '' : text(`collection.workbook.head.${key}`), LOOKS.head)
  }
  out.hideRow(KEYS_ROW)
  const say = (key: Parameters<typeof text>[0]) => quoted(text(key))
  for (const [index, { check, formula }] of reckoned.entries()) {
    const row = FIRST_ROW + index
    out.put(row, 0, check.key)
    out.put(row, 1, sayMessage(check, words))
    out.put(row, 2, text(`collection.workbook.severity.${check.severity}`))
    const [held, failed, open] = [
      say('collection.workbook.check.held'),
      say('collection.workbook.check.failed'),
      say('collection.workbook.check.open'),
    ]
    if (formula) out.formula(row, 3, `IFERROR(IF(${formula},${held},${failed}),${open})`, LOOKS.check)
    else out.put(row, 3, text('collection.workbook.check.waits'))
  }
  for (const { input, row, column, part } of sheet.cells)
    out.put(row, column, typed[input] || null, { ...LOOKS.open, numFmt: formatOf(undefined, part) })
  const widths = [4, 60, 20, 26, 44]
  const columns = widths.map((width, index) => ({ width, ...(index === 0 ? { hidden: true } : {}) }))
  return out.asSheet(sheet.tab, columns, { rows: FIRST_ROW, columns: 2 })
}

/** How many checks do not hold, as a formula for other sheets. */
export function failedIn(sheet: LaidSheet, { text }: Filling['words']): string {
  const letter = letterOf(columnAt(sheet, 'outcome'))
  const last = FIRST_ROW + Math.max(1, sheet.rows.length)
  const range = `${tabInFormula(sheet.tab)}!$${addressOf(FIRST_ROW, columnAt(sheet, 'outcome'))}:$${letter}${last}`
  return `COUNTIF(${range},${quoted(text('collection.workbook.check.failed'))})`
}
