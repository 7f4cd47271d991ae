import { expect, test } from 'vitest'
import { code, decimal, optionalDecimal, text, whole } from '../import/columns.ts'
import { sheet } from '../import/sheet.ts'
import { recognise } from './recognise.server.ts'

const sheets = {
  indicators: sheet('indicators.csv', ['code'], { code, position: whole, title_lv: text, unit: text }),
  recommendations: sheet('recommendations.csv', ['code'], { code, position: whole, title_lv: text }),
  directions: sheet('directions.csv', ['code'], { code, position: whole, title_lv: text }),
  programmeDirections: sheet('programme-directions.csv', ['code'], { code, position: whole, title_lv: text }),
  items: sheet('survey-items.csv', ['code'], { code, mean: decimal, other: optionalDecimal }),
}
const ROWS = 'code,position,title_lv\nA,1,Viens\n'

async function recogniseOne(name: string, content: string) {
  const bytes = new TextEncoder().encode(content)
  const [part] = await recognise([{ name, bytes }], [{ file: 0, tab: null }] as never, sheets)
  return part
}

test.each([
  ['recommendations.csv', 'recommendations'],
  ['liepaja-recommendations.csv', 'recommendations'],
  ['liepaja-excel-directions.csv', 'directions'],
  ['liepaja-excel-programme-directions (1).csv', 'programmeDirections'],
])('a file that we gave, %s, is known by its name', async (name, expected) => {
  expect((await recogniseOne(name, ROWS))?.sheet).toBe(expected)
})

test('where the same headings fit several tables alike, none is chosen', async () => {
  expect((await recogniseOne('mani dati.csv', ROWS))?.sheet).toBe('')
})

test.each([
  ['codes with points beside numbers with commas', 'code;mean\n1.1;55,5\n1.2;4\n1.3;6\n', ','],
  ['codes with points and whole numbers', 'code;mean\n1.1;55\n1.2;4\n', ','],
  ['numbers with points', 'code;mean\n1.1;55.5\n1.2;4.5\n', '.'],
  ['headings that nobody knows', 'Kods;Vidējais\n1.1;55,5\n1.2;4\n1.3;7\n', ','],
])('the decimal sign is seen in columns of numbers: %s', async (_, content, expected) => {
  expect((await recogniseOne('survey-items.csv', content))?.decimal).toBe(expected)
})
