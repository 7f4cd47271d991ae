import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvResponse, writeCsv } from './csv.ts'

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

test.for(['=1+1', '+3 %', '-', '@sum(A1)', '\tx', '−3'])('never lets “%s” begin a formula', (text) => {
  const [, cell = ''] = body(writeCsv(['printed'], [[text]]))
  expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
})

test.for(['-3', '+2.5', '-0,7', -3])('leaves the number %s a number', (number) => {
  expect(parse(writeCsv(['value'], [[number]]), { bom: true })[1]).toEqual([String(number)])
})

test('a reader of CSV gets back what was written', () => {
  const harmless = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
      const read = parse(writeCsv(['a', 'b'], rows), { bom: true, relax_column_count: true })
      expect(read.slice(1)).toEqual(rows)
    }),
  )
})

test('names the file without characters that a header cannot carry', () => {
  const disposition = csvResponse('raditajs "5"\n.csv', [], []).headers.get('content-disposition')
  expect(disposition).toBe('attachment; filename="raditajs--5--.csv"')
})
