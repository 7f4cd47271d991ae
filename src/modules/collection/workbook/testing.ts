import { type CellValue, openXlsx, type Sheet, saveXlsx } from 'hucre'
import { element, table } from '../form/testing.ts'
import type { CallForm, Check } from '../model.ts'
import type { Stamp } from './stamp.ts'
import { versionOfForm } from './stamp.ts'
import { wordsIn } from './words.ts'
import { type FormToWrite, writeForm } from './write-form.server.ts'

const both = (text: string) => ({ lv: text, en: text })
export const check = (key: string, expression: string, severity: Check['severity'] = 'hard'): Check => ({
  key,
  position: 0,
  expression,
  severity,
  message: both(`Pārbaude ${key}`),
})
const option = (key: string, name: string) => ({ key, name: both(name) })

/** A form with an element of every kind, a table, and checks of both severities. */
export const FORM: CallForm = {
  elements: [
    element('pupils', { name: both('Skolēni'), section: both('Skaits') }),
    element('cost', { kind: 'money', unit: 'EUR', name: both('Izmaksas') }),
    element('meals', { kind: 'share', name: both('Ēd pusdienas') }),
    element('opened', { kind: 'date', name: both('Atvērta') }),
    element('language', {
      kind: 'choice',
      name: both('Valoda'),
      choices: [option('latvian', 'Latviešu'), option('ukrainian', 'Ukraiņu'), option('other', 'Cita, "x"')],
    }),
    element('remark', { kind: 'text', isRequired: false, name: both('Piezīmes') }),
    element('picture', { kind: 'photo', isRequired: false, name: both('Bilde') }),
    {
      ...table(
        'classes',
        ['first', 'second'],
        [
          ['girls', 'count'],
          ['boys', 'count'],
          ['all', 'count', 'girls + boys'],
          ['fed', 'share'],
          ['teacher', 'text'],
        ],
      ),
      name: both('Skolēni pa klasēm'),
    },
    element('total', { computed: 'sum(classes.all)', name: both('Kopā') }),
  ],
  checks: [
    check('agrees', 'pupils = sum(classes.all)'),
    check('grown', 'abs(pupils - last(pupils)) <= 10', 'soft'),
    check('unusual', 'abs(peers_z(cost)) <= 3.5', 'soft'),
  ],
}

export const STAMP: Stamp = {
  municipality: 'krasta-novads',
  call: 'skoleni-2026',
  institution: 'pirma-skola',
  form: versionOfForm(FORM),
  edit: 3,
}

/** A workbook of a form with what was typed. */
export const workbookOf = (typed: Record<string, string>, more: Partial<FormToWrite> = {}) =>
  writeForm({
    form: FORM,
    typed,
    last: new Map(),
    stamp: { ...STAMP, form: versionOfForm(more.form ?? FORM) },
    words: wordsIn('lv'),
    call: {
      title: both('Skolēnu skaits'),
      purpose: both('Lai zinātu'),
      legalBasis: both('Likums'),
      use: both('Skaitīs'),
      period: '2026',
      dueAt: new Date('2026-12-31T21:59:00Z'),
      estimatedMinutes: 21,
    },
    institution: { name: both('Pirmā skola') },
    responsible: undefined,
    dueAt: new Date('2026-12-31T21:59:00Z'),
    madeAt: new Date('2026-12-01T08:00:00Z'),
    ...more,
  })

/** The same workbook after somebody has typed into cells such as `Dati!E5`. */
export async function refilled(
  bytes: Uint8Array,
  typed: Readonly<Record<string, CellValue>>,
  alter: (sheets: Sheet[]) => void = () => undefined,
): Promise<Uint8Array> {
  const book = await openXlsx(bytes)
  for (const [address, value] of Object.entries(typed)) {
    const [tab = '', cell = ''] = address.split('!')
    const sheet = book.sheets.find(({ name }) => name === tab)
    if (!sheet) throw new RangeError(`refilled: there is no sheet ${tab}`)
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
    const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
    const at = Number(row) - 1
    const before = sheet.cells?.get(`${at},${column}`)
    const style = value instanceof Date ? { numFmt: 'dd.mm.yyyy' } : before?.style
    while (sheet.rows.length <= at) sheet.rows.push([])
    const line = sheet.rows[at] ?? []
    line[column] = value
    sheet.rows[at] = line
    sheet.cells?.set(`${at},${column}`, {
      value,
      type: typeof value === 'number' ? 'number' : 'string',
      ...(style ? { style } : {}),
    })
  }
  alter(book.sheets)
  return saveXlsx(book)
}
