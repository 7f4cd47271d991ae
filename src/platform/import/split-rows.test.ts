import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectWriting } from './separator.ts'
import { splitRows } from './split-rows.ts'

/** All rows, and what ended them when something did. */
function split(text: string, separator = ',') {
  const rows = splitRows(text, separator)
  const found: [line: number, ...cells: string[]][] = []
  for (;;) {
    const next = rows.next()
    if (next.done) return next.value ? { found, fault: next.value } : { found }
    found.push([next.value.line, ...next.value.cells])
  }
}

test('counts lines as an editor does, however each of them ends', () => {
  expect(split('a,b\r\n1,2\n3,"x\r\ny"\r\n\r\n5,6\r7,8\n')).toEqual({
    found: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', 'x\ny'],
      [5, ''],
      [6, '5', '6'],
      [7, '7', '8'],
    ],
  })
})

test.each([
  ['the last line need not end', 'a,b', [[1, 'a', 'b']]],
  ['a cell may be empty at the end', 'a,\n', [[1, 'a', '']]],
  ['and at the end of the file', 'a,', [[1, 'a', '']]],
  ['quotation marks are written twice', '"a ""b""",c', [[1, 'a "b"', 'c']]],
  ['nothing is nothing', '', []],
])('%s', (_, text, found) => {
  expect(split(text)).toEqual({ found })
})

describe('says in which line', () => {
  test('a quotation mark is not closed', () => {
    expect(split('a\n"b\nc\n')).toEqual({
      found: [[1, 'a']],
      fault: { line: 2, reason: 'platform.import.quoteOpen', values: {} },
    })
  })

  test.each(['a\nb "c",d\n', 'a\n"b" c,d\n'])('one stands where it cannot: %j', (text) => {
    expect(split(text)).toMatchObject({ fault: { line: 2, reason: 'platform.import.quoteStray' } })
  })
})

test('agrees with a complete CSV reader about every text that it takes', () => {
  const piece = fc.constantFrom('a', 'ā', '"', '""', ',', '\n', '\r\n', ' ', '"x"', '"y\nz"')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const { found, fault } = split(text)
      if (fault) return
      const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }
      const expected = parse(text, options) as string[][]
      expect(found.map(([, ...cells]) => cells)).toEqual(
        expected.map((cells) => cells.map((cell) => cell.replaceAll('\r\n', '\n'))),
      )
    }),
    { numRuns: 2000 },
  )
})

test('takes time in proportion to the length, whatever stands in it', () => {
  const timeOf = (text: string) => {
    const began = performance.now()
    split(text)
    return performance.now() - began
  }
  const rows = 'a,"b ""c""",d\n'
  timeOf(rows.repeat(20_000))
  const short = timeOf(rows.repeat(50_000))
  expect(timeOf(rows.repeat(200_000))).toBeLessThan(Math.max(short, 20) * 16)
  expect(timeOf(`"${'""'.repeat(5_000_000)}"`)).toBeLessThan(10_000)
})

describe('what separates the cells', () => {
  test.each([
    ['a,b\n1;2;3', ',', { at: 0, line: 1 }],
    ['a;b\n"1,2";3', ';', { at: 0, line: 1 }],
    ['a\tb\n', '\t', { at: 0, line: 1 }],
    ['"a;x","b"\n', ',', { at: 0, line: 1 }],
    ['sep=;\r\na;b', ';', { at: 7, line: 2 }],
    ['"sep=\t"\na\tb', '\t', { at: 8, line: 2 }],
    ['\n\na;b', ';', { at: 0, line: 1 }],
  ] as const)('%j', (text, separator, start) => {
    expect(detectWriting(text)).toEqual({ separator, start })
  })

  test.each([
    ['a|b\n1|2', 'separator', { found: '|' }],
    ['sep=|\na|b', 'separator', { found: '|' }],
    ['"a,b"\n"1,2"', 'separatorNone', {}],
    ['title\n', 'separatorNone', {}],
  ])('is named where it is none of the three: %j', (text, reason, values) => {
    expect(detectWriting(text)).toEqual({
      complaint: { line: 1, reason: `platform.import.${reason}`, values },
    })
  })
})
