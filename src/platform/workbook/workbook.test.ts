import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { writeCsv } from '../csv.ts'
import { column } from '../import/column.ts'
import { code, date, decimal, optionalText, period, text } from '../import/columns.ts'
import { readLines, readSheet } from '../import/read-sheet.ts'
import { sheet } from '../import/sheet.ts'
import { zip } from '../zip.ts'
import { oddities, openWorkbook, workbookRows } from './read-workbook.server.ts'
import { asTab, writeWorkbook } from './write-workbook.server.ts'

const things = sheet('things.csv', ['code'], {
  code,
  name: text,
  note: optionalText,
  share: decimal,
  since: date,
  period,
})

async function readOf(bytes: Uint8Array, name = 'things') {
  const workbook = openWorkbook(bytes)
  if ('complaint' in workbook) return workbook.complaint
  const tab = workbook.sheets.find((one) => one.name === name)
  if (!tab) throw new Error('no tab')
  return readLines(things, workbookRows(workbook, tab), [])
}

const HEAD = ['code', 'name', 'note', 'share', 'since', 'period']
const bookOf = (...rows: (string | number | boolean | Date | null)[][]) =>
  writeXlsx({
    sheets: [
      {
        name: 'things',
        rows: [HEAD, ...rows],
        columns: [{}, {}, {}, {}, { style: { numFmt: 'yyyy-mm-dd' } }],
      },
    ],
  })

describe('typed cells become the texts that they stand for', () => {
  test('numbers in full, days as days, texts letter by letter', async () => {
    const day = new Date('2025-12-31T00:00:00Z')
    const read = await readOf(
      await bookOf(
        ['00123', '1E5', '3-4', 0.1 + 0.2, day, '2024/2025'],
        [7, '1234567890123456', '=1+1', 1e-7, day, 2024],
      ),
    )
    expect('rows' in read && read.problems).toEqual([])
    expect('rows' in read && read.rows).toMatchObject([
      {
        code: '00123',
        name: '1E5',
        note: '3-4',
        share: 0.3,
        since: '2025-12-31',
        period: '2024/2025',
        line: 2,
      },
      {
        code: '7',
        name: '1234567890123456',
        note: '=1+1',
        share: 1e-7,
        since: '2025-12-31',
        period: '2024',
        line: 3,
      },
    ])
  })

  test.each([
    ['a number of sixteen digits', ['a', 1234567890123456, null, 1, '2025-12-31', '2024'], 'cellLongNumber'],
    [
      'a long number where a figure should be',
      ['a', 'b', null, 1e15, '2025-12-31', '2024'],
      'cellLongNumber',
    ],
    ['a formula that failed', ['a', '#N/A', null, 1, '2025-12-31', '2024'], 'cellFailed'],
    [
      'a figure as text with a comma that may be thousands',
      ['a', 'b', null, '1,234', '2025-12-31', '2024'],
      'commaAmbiguous',
    ],
    ['a day with a time', ['a', 'b', null, 1, new Date('2025-12-31T10:30:00Z'), '2024'], 'date'],
    ['a day as a bare number', ['a', 'b', null, 1, '46022', '2024'], 'date'],
    ['an answer where a figure should be', ['a', 'b', null, true, '2025-12-31', '2024'], 'decimal'],
    ['an empty key', [null, 'b', null, 1, '2025-12-31', '2024'], 'required'],
    ['a space as a figure', ['a', 'b', null, ' ', '2025-12-31', '2024'], 'decimal'],
    ['a dash as a figure', ['a', 'b', null, '-', '2025-12-31', '2024'], 'decimal'],
    ['n/a as a figure', ['a', 'b', null, 'n/a', '2025-12-31', '2024'], 'decimal'],
    ['a colon as a figure', ['a', 'b', null, ':', '2025-12-31', '2024'], 'decimal'],
    ['per cent', ['a', 'b', null, '5 %', '2025-12-31', '2024'], 'percentSign'],
    ['thousands', ['a', 'b', null, '1 234', '2025-12-31', '2024'], 'thousands'],
    ['a long minus', ['a', 'b', null, '−5', '2025-12-31', '2024'], 'minusSign'],
    ['an exponent as text', ['a', 'b', null, '1E+05', '2025-12-31', '2024'], 'exponent'],
    ['a protected figure', ['a', 'b', null, 'c', '2025-12-31', '2024'], 'protected'],
    ['a day of two readings', ['a', 'b', null, 1, '05/06/2025', '2024'], 'dateAmbiguous'],
    ['a period that is none', ['a', 'b', null, 1, '2025-12-31', '2024/2026'], 'period'],
    ['a code with a space', ['a b', 'b', null, 1, '2025-12-31', '2024'], 'key'],
    ['a lost letter', ['a', 'b\ufffd', null, 1, '2025-12-31', '2024'], 'lostLetter'],
  ])('%s is refused by its row and column', async (_, cells, reason) => {
    const read = await readOf(await bookOf(cells as string[]))
    const [problem] = 'problems' in read ? read.problems : []
    expect(problem?.reason).toBe(`platform.import.${reason}`)
    expect(problem).toMatchObject({ line: 2, column: expect.any(String) })
  })

  test('a text that the program has turned into a day is refused', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'things',
          rows: [HEAD, ['a', new Date('2026-04-03T00:00:00Z'), null, 1, '2025-12-31', '2024']],
          columns: [{}, { style: { numFmt: 'yyyy-mm-dd' } }],
        },
      ],
    })
    const read = await readOf(book)
    expect('problems' in read && read.problems).toMatchObject([
      { column: 'name', reason: 'platform.import.cellDate' },
    ])
  })
})

describe('what looks otherwise than it is read', () => {
  test('is said: hidden sheets, merged cells, formulas', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'things',
          hidden: true,
          rows: [HEAD, ['a', 'b', null, null, '2025-12-31', '2024']],
          cells: new Map([['1,3', { value: 3, formula: '1+2' }]]),
          merges: [{ startRow: 3, startCol: 0, endRow: 3, endCol: 1 }],
        },
        { name: 'cits', rows: [['x']] },
      ],
    })
    const workbook = openWorkbook(book)
    if ('complaint' in workbook) throw new Error('not opened')
    const [tab] = workbook.sheets
    expect(tab).toMatchObject({ name: 'things', isHidden: true })
    const said = tab ? await oddities(workbook, tab) : []
    expect(said.map(({ reason }) => reason)).toEqual([
      'platform.import.noteFormulas',
      'platform.import.noteMerged',
    ])
  })
})

describe('archives', () => {
  /** A sheet that says it is so large. */
  const bomb = (megabytes: number) =>
    zip([
      ['xl/workbook.xml', '<sheets/>'],
      ['xl/worksheets/sheet1.xml', new Uint8Array(megabytes * 2 ** 20)],
    ])

  test('that would unpack to too much are refused before anything is unpacked', () => {
    const started = performance.now()
    expect(openWorkbook(bomb(64))).toMatchObject({ complaint: { reason: 'platform.import.workbookLarge' } })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('with too many parts are refused', () => {
    const parts = Array.from({ length: 2001 }, (_, index) => [`x${index}`, ''] as const)
    expect(openWorkbook(zip(parts))).toMatchObject({ complaint: { reason: 'platform.import.workbookLarge' } })
  })

  test('that lie about their size stop while they unpack', async () => {
    const honest = Buffer.from(await bookOf(['a', 'b', null, 1, '2025-12-31', '2024']))
    const packed = deflateRawSync(Buffer.alloc(50 * 2 ** 20, 'x'))
    expect(packed.length).toBeLessThan(2 ** 20)
    // Each declared size becomes one byte.
    for (let at = 0; at < honest.length - 46; at += 1) {
      if (honest.readUInt32LE(at) === 0x02014b50) honest.writeUInt32LE(1, at + 24)
    }
    const read = await readOf(new Uint8Array(honest)).catch(() => 'thrown')
    expect(read).toMatchObject({ reason: 'platform.import.workbookBroken' })
  })

  test('that are none, or cut short, are refused', async () => {
    const whole = await bookOf(['a', 'b', null, 1, '2025-12-31', '2024'])
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('PK\u0003\u0004 no'),
      whole.subarray(0, whole.length / 2),
    ]) {
      expect(openWorkbook(bytes)).toMatchObject({ complaint: { reason: 'platform.import.workbookBroken' } })
    }
  })
})

describe('any text', () => {
  const nasty = fc.oneof(
    fc.constantFrom(
      '00123',
      '1E5',
      '1234567890123456',
      '3-4',
      '=1+1',
      "'=1",
      "''=x",
      '+5',
      '-a',
      '@x',
      "'apostrofs",
      '"',
      'a"b',
      'a;b,c',
      'a\nb',
      'TRUE',
      '1,5',
      '_x000D_',
      '<b>&amp;',
      '5 %',
      '\u200bx',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  const anyText = column((cell: string) => cell, { kind: 'text' })
  const texts = sheet('texts.csv', ['id'], { id: anyText, text: anyText })
  /** What can be stored at all: trimmed, composed, without what no cell may hold. */
  const storable = (value: string) =>
    value
      .normalize('NFC')
      .replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/gu, '')
      .trim()

  test('comes back from both forms as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 6 }), async (given) => {
        const values = given.map(storable)
        const rows = values.map((value, index) => [`r${index}`, value])
        const book = openWorkbook(await writeWorkbook([asTab(texts, rows)]))
        if ('complaint' in book) throw new Error('not opened')
        const [tab] = book.sheets
        const fromBook = tab && (await readLines(texts, workbookRows(book, tab), []))
        expect(fromBook?.rows.map((row) => row.text)).toEqual(values)
        for (const separator of [',', ';'] as const) {
          const bytes = new TextEncoder().encode(writeCsv(['id', 'text'], rows, separator))
          expect(readSheet(texts, bytes).rows.map((row) => row.text)).toEqual(values)
        }
      }),
      { numRuns: 60 },
    )
  })
})
