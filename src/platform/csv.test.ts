import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvResponse, writeCsv } from './csv.ts'
import { plainDecimal } from './decimal.ts'
import { withoutGuard } from './formula.ts'

const body = (csv: string) => csv.slice(1).split('\r\n')

test('writes numbers with a point, nothing for what is missing, and quotes where a comma asks for them', () => {
  const csv = writeCsv(
    ['code', 'value', 'title'],
    [
      ['3', 4.5, 'Bērni, kuri gaida'],
      ['4', null, 'Saka “nē”'],
    ],
  )
  expect(body(csv)).toEqual(['code,value,title', '3,4.5,"Bērni, kuri gaida"', '4,,Saka “nē”', ''])
})

test.for([
  '=1+1',
  '+3 %',
  '-',
  '@sum(A1)',
  '\tx',
  '−3',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠sum(A1)',
  '﹦1',
  '  =1+1',
  '\n=1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '|cmd',
])('never lets “%s” begin a formula', (text) => {
  const [, cell = ''] = body(writeCsv(['printed'], [[text]]))
  expect(cell.replace(/^"/, '').normalize('NFKC')).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@\t\r|]/)
})

test.for([
  [0.1 + 0.2, '0.3'],
  [1e-7, '0.0000001'],
  [-1.5e-10, '-0.00000000015'],
  [1e21, '1000000000000000000000'],
  [123456789012345, '123456789012345'],
  [100 / 3, '33.3333333333333'],
  [0, '0'],
  [-0, '0'],
  [Number.NaN, ''],
  [Number.POSITIVE_INFINITY, ''],
] as const)('writes the number %s as %s', ([number, expected]) => {
  expect(parse(writeCsv(['value', 'x'], [[number, 1]]), { bom: true })[1]).toEqual([expected, '1'])
})

test('a number comes back as it was', () => {
  const figures = fc
    .double({ noNaN: true, min: -1e300, max: 1e300 })
    .map((one) => Number(one.toPrecision(15)))
  fc.assert(
    fc.property(figures, (figure) => {
      expect(Number(plainDecimal(figure))).toBe(figure || 0)
      expect(plainDecimal(figure)).toMatch(/^-?\d+(\.\d+)?$/)
    }),
  )
})

test.for(['-3', '+2.5', '-0,7', -3])('leaves the number %s a number', (number) => {
  expect(parse(writeCsv(['value'], [[number]]), { bom: true })[1]).toEqual([String(number)])
})

test('a reader of CSV who takes the guards away gets back what was written', () => {
  const text = fc.array(fc.constantFrom("'", '=', '＝', '-', '|', ' ', '\t', '\n', '1', '.', 'ā', '"', ','), {
    maxLength: 8,
  })
  const cell = fc.oneof(
    fc.string(),
    text.map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(writeCsv(['a', 'b'], rows), { bom: true, relax_column_count: true }) as string[][]
      expect(read.slice(1).map((cells) => cells.map(withoutGuard))).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})

test('names the file without characters that a header cannot carry', () => {
  const disposition = csvResponse('raditajs "5"\n.csv', [], []).headers.get('content-disposition')
  expect(disposition).toBe('attachment; filename="raditajs--5--.csv"')
})
