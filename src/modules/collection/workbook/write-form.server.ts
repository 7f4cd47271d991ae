import { type WriteSheet, writeXlsx } from 'hucre'
import { withoutEscapes } from '#platform/workbook/write-workbook.server.ts'
import { readAnswers } from '../form/read-answers.ts'
import type { Answers, CallForm } from '../model.ts'
import { type AboutForm, aboutSheet } from './about-sheet.ts'
import { checksSheet, failingBeside, reckon } from './checks-sheet.ts'
import { type Filling, fillSheet } from './fill-sheet.ts'
import { layOut } from './layout.ts'
import { Lists } from './lists.ts'
import { sightOf } from './places.ts'
import { STAMP_TAB, type Stamp, stampRows } from './stamp.ts'
import type { Words } from './words.ts'

export type FormToWrite = AboutForm & {
  form: CallForm
  /** What stands in the form now, by the names of inputs. */
  typed: Readonly<Record<string, string>>
  /** Last year's answers by field. */
  last: Answers
  stamp: Stamp
  words: Words
}

/**
 * A form as a workbook: what is asked, a sheet for simple elements and one for each table, the checks. Only what is to
 * be filled in is not locked; it says itself what is still open, and what waits for the server.
 */
export function writeForm({ form, typed, last, stamp, words, ...about }: FormToWrite): Promise<Uint8Array> {
  const sheets = layOut(form, words)
  const sight = sightOf(form, sheets, words)
  const reckoned = reckon(form.checks, sight())
  const lists = new Lists(words)
  const checks = sheets.filter(({ kind }) => kind === 'checks')
  const { answers } = readAnswers(form.elements, typed)
  const failing = new Map(
    checks.flatMap((sheet) => [...failingBeside(reckoned, sheet, { sight: sight(), words })]),
  )
  const filling: Filling = { typed, answers, last, sight, lists, words, failing }
  const filled = sheets.map(
    (sheet): WriteSheet =>
      sheet.kind === 'checks' ? checksSheet(sheet, reckoned, filling) : fillSheet(sheet, filling),
  )
  return writeXlsx({
    sheets: [
      aboutSheet(about, sheets, reckoned, words),
      ...filled,
      {
        name: lists.tab,
        hidden: true,
        rows: lists.rows.map((row) => row.map(asText)),
        protection: { sheet: true },
      },
      { name: STAMP_TAB, veryHidden: true, rows: stampRows(stamp), protection: { sheet: true } },
    ],
    properties: { title: words.local(about.call.title), creator: 'Izaugsme' },
  })
}

const asText = (text: string) => (text === '' ? null : withoutEscapes(text))
