import { writeOds, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { zip } from '#platform/zip.ts'
import { readFormWorkbook } from './read-form.server.ts'
import { versionOfForm } from './stamp.ts'
import { FORM, refilled, STAMP, workbookOf } from './testing.ts'
import { wordsIn } from './words.ts'

const { edit: _, ...OWN } = STAMP
const EXPECTED = { ...OWN, newestEdit: 3 }
const read = (bytes: Uint8Array, expected = EXPECTED) =>
  readFormWorkbook(bytes, FORM, expected, wordsIn('lv'))
const refusal = async (bytes: Uint8Array, expected = EXPECTED) => {
  const answer = await read(bytes, expected)
  return 'refused' in answer ? answer.refused.reason.replace('collection.workbook.refused.', '') : 'read'
}
const problems = async (bytes: Uint8Array) => {
  const answer = await read(bytes)
  if ('refused' in answer) throw new Error(answer.refused.reason)
  return answer.problems.map(
    ({ cell, complaint }) => `${cell}: ${complaint.reason.replace('collection.', '')}`,
  )
}
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a file that is no such workbook is refused in words', () => {
  test.each([
    ['a PDF', bytesOf('%PDF-1.7 …'), 'pdf'],
    ['a workbook of the old format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'xls'],
    ['CSV', bytesOf('Skolēni;5\r\n'), 'csv'],
    ['a text document', zip([['word/document.xml', '<w/>']]), 'other'],
    ['something else', new Uint8Array([1, 0, 2, 0]), 'other'],
    ['nothing', new Uint8Array(), 'other'],
    [
      'a bomb',
      zip([
        ['xl/workbook.xml', '<a/>'],
        ['xl/b.xml', new Uint8Array(64 * 2 ** 20)],
      ]),
      'large',
    ],
  ])('%s', async (_name, bytes, why) => {
    expect(await refusal(bytes)).toBe(why)
  })

  test('an OpenDocument', async () => {
    expect(await refusal(await writeOds({ sheets: [{ name: 'Dati', rows: [['a']] }] }))).toBe('ods')
  })

  test('one that is cut short, or somebody else’s', async () => {
    const whole = await workbookOf({})
    expect(await refusal(whole.subarray(0, whole.length - 200))).toBe('broken')
    expect(await refusal(await writeXlsx({ sheets: [{ name: 'Dati', rows: [['Skolēni', 5]] }] }))).toBe(
      'noStamp',
    )
  })

  test.each([
    ['municipality', 'otherMunicipality'],
    ['call', 'otherCall'],
    ['institution', 'otherInstitution'],
    ['form', 'otherForm'],
  ])('one of another %s', async (key, why) => {
    expect(await refusal(await workbookOf({}), { ...EXPECTED, [key]: 'cits' })).toBe(why)
  })

  test('one that tells of edits which are not there', async () => {
    expect(await refusal(await workbookOf({}), { ...EXPECTED, newestEdit: 2 })).toBe('newer')
  })

  test('a form is another one when it asks or checks something else, not when it explains itself better', () => {
    const [first, ...others] = FORM.elements
    const helped = { ...FORM, elements: [{ ...first, help: { lv: 'a', en: 'b' } }, ...others] } as typeof FORM
    const optional = { ...FORM, elements: [{ ...first, isRequired: false }, ...others] } as typeof FORM
    expect(versionOfForm(helped)).toBe(versionOfForm(FORM))
    expect(versionOfForm(optional)).not.toBe(versionOfForm(FORM))
    expect(versionOfForm({ ...FORM, checks: [] })).not.toBe(versionOfForm(FORM))
  })
})

describe('what is wrong is told by its cell, all at once', () => {
  test('in simple elements and in tables', async () => {
    const bytes = await refilled(await workbookOf({}), {
      'Dati!E5': '5 %',
      'Dati!E6': new Date('2026-04-03T00:00:00Z'),
      'Dati!E7': 5,
      'Dati!E8': 'rīt',
      'Dati!E9': 'Krievu',
      'Dati!H10': 'varbūt',
      'Dati!E13': 0,
      'Skolēni pa klasēm!C4': -1,
      'Skolēni pa klasēm!E5': '#REF!',
    })
    expect(await problems(bytes)).toEqual([
      'Dati!E5: read.percent',
      'Dati!E6: workbook.problem.cellDate',
      'Dati!F7: read.denominator',
      'Dati!E8: read.date',
      'Dati!E9: read.choice',
      'Dati!H10: read.missing',
      'Dati!E13: workbook.problem.minutes',
      'Skolēni pa klasēm!C4: read.negative',
      'Skolēni pa klasēm!E5: workbook.problem.failed',
    ])
  })

  test('a figure as a text with a comma and days in either writing are read', async () => {
    const bytes = await refilled(await workbookOf({}), {
      'Dati!E5': '1 250',
      'Dati!E6': '3,50',
      'Dati!E8': '31.12.2026.',
      'Dati!E9': 'ukraiņu ',
    })
    const answer = await read(bytes)
    expect(answer).toMatchObject({
      problems: [],
      typed: { pupils: '1 250', cost: '3,50', opened: '31.12.2026.', language: 'ukrainian' },
    })
  })

  test('sheets that were deleted, and rows and columns that are gone or there twice', async () => {
    const bytes = await refilled(await workbookOf({ pupils: '5' }), {}, (sheets) => {
      sheets.splice(
        sheets.findIndex(({ name }) => name === 'Skolēni pa klasēm'),
        1,
      )
      const data = sheets.find(({ name }) => name === 'Dati')
      if (!data) throw new Error('no data')
      dropRow(data, 5)
    })
    expect(await problems(bytes)).toEqual([
      'Dati: workbook.problem.noRow',
      'Skolēni pa klasēm: workbook.problem.noSheet',
    ])
  })

  test('a sheet with another name is read all the same, and that is said', async () => {
    const bytes = await refilled(await workbookOf({ pupils: '5' }), {}, (sheets) => {
      const data = sheets.find(({ name }) => name === 'Dati')
      if (data) data.name = 'Mani dati'
    })
    const answer = await read(bytes)
    expect(answer).toMatchObject({
      typed: { pupils: '5' },
      notes: [{ reason: 'collection.workbook.note.renamed', values: { found: 'Mani dati' } }],
    })
  })

  test('what is written where the form has no row is not passed over', async () => {
    const bytes = await refilled(await workbookOf({}), { 'Dati!E30': 7 })
    expect(await problems(bytes)).toEqual(['Dati!E30: workbook.problem.strangeRow'])
  })
})

type Sheets = Parameters<NonNullable<Parameters<typeof refilled>[2]>>[0]

/** Deletes a row, as a spreadsheet does: everything below it moves up. */
function dropRow(sheet: Sheets[number], at: number) {
  sheet.rows.splice(at, 1)
  sheet.cells = new Map(
    [...(sheet.cells ?? [])].flatMap(([key, cell]) => {
      const [row = 0, column = 0] = key.split(',').map(Number)
      if (row === at) return []
      return [[`${row > at ? row - 1 : row},${column}`, cell] as const]
    }),
  )
}
