import type { WriteSheet } from 'hucre'
import { sayIn } from '#platform/say/index.ts'
import { dateFormat } from '#platform/texts/formats.ts'
import { LOCALES, type LocalText } from '#platform/texts/text.ts'
import type { DataCall } from '../model.ts'
import { failedIn, type ReckonedCheck } from './checks-sheet.ts'
import { openIn } from './fill-sheet.ts'
import type { LaidSheet } from './layout.ts'
import { tabInFormula } from './places.ts'
import { LOOKS, SheetCells } from './sheet-cells.ts'
import { sayMessage, type Words } from './words.ts'

export type AboutForm = {
  call: Pick<DataCall, 'title' | 'purpose' | 'legalBasis' | 'use' | 'period' | 'dueAt' | 'estimatedMinutes'>
  institution: { name: LocalText }
  /** Who answers for the institution, where that is known. */
  responsible: string | undefined
  /** Last instant in time for this very institution. */
  dueAt: Date
  madeAt: Date
}

/** The first sheet: what is asked and why, by when, of whom, how it is filled in, and what checks it when. */
export function aboutSheet(
  about: AboutForm,
  sheets: readonly LaidSheet[],
  reckoned: readonly ReckonedCheck[],
  words: Words,
): WriteSheet {
  const { text, local, language } = words
  const instant = (at: Date) =>
    dateFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Riga' }).format(
      at,
    )
  const { call, institution, responsible } = about
  const out = new SheetCells()
  let row = 0
  const line = (label: string, value: string) => {
    out.put(row, 0, label, LOOKS.head)
    out.put(row, 1, value)
    row += 1
  }
  out.put(row, 0, local(call.title), LOOKS.title)
  row += 1
  out.put(row, 0, text('collection.workbook.open'), LOOKS.head)
  const fill = sheets.filter(({ kind }) => kind !== 'checks')
  const checks = sheets.find(({ kind }) => kind === 'checks')
  const open = fill.map((sheet) => openIn(sheet, `${tabInFormula(sheet.tab)}!`))
  out.formula(
    row,
    1,
    [...open, ...(checks && checks.rows.length > 0 ? [failedIn(checks, words)] : [])].join('+') || '0',
    {
      ...LOOKS.check,
      alignment: { horizontal: 'left' },
    },
  )
  row += 2
  line(text('collection.workbook.about.institution'), local(institution.name))
  if (responsible) line(text('collection.workbook.about.responsible'), responsible)
  line(
    text('collection.workbook.about.due'),
    text('collection.workbook.about.riga', { instant: instant(about.dueAt) }),
  )
  line(text('collection.workbook.about.period'), sayIn[language].period(call.period))
  line(text('collection.workbook.about.purpose'), local(call.purpose))
  line(text('collection.workbook.about.legalBasis'), local(call.legalBasis))
  line(text('collection.workbook.about.use'), local(call.use))
  line(
    text('collection.workbook.about.minutes'),
    text('collection.workbook.about.minutesOf', { count: call.estimatedMinutes }),
  )
  line(text('collection.workbook.about.made'), instant(about.madeAt))
  row += 1
  const list = (title: string, items: readonly string[]) => {
    if (items.length === 0) return
    out.put(row, 0, title, LOOKS.section)
    row += 1
    for (const [index, item] of items.entries()) {
      out.put(row, 0, `${index + 1}.`)
      out.put(row, 1, item)
      row += 1
    }
    row += 1
  }
  list(text('collection.workbook.about.how'), [
    text('collection.workbook.about.how.cells'),
    text('collection.workbook.about.how.missing'),
    text('collection.workbook.about.how.zero'),
    text('collection.workbook.about.how.check'),
    text('collection.workbook.about.how.upload'),
  ])
  list(
    text('collection.workbook.about.sheets'),
    fill.map(({ tab, title }) => (tab === title ? tab : `${tab}: ${title}`)),
  )
  const messages = (isHere: boolean) =>
    reckoned
      .filter(({ formula }) => (formula !== undefined) === isHere)
      .map(({ check }) => sayMessage(check, words))
  list(text('collection.workbook.about.here'), [
    text('collection.workbook.about.here.always'),
    ...messages(true),
  ])
  list(text('collection.workbook.about.server'), messages(false))
  return out.asSheet(text('collection.workbook.tab.about'), [{ width: 34 }, { width: 90 }])
}
