// node tests/bench/make-spreadsheets.ts <folder> <csv|xlsx>: a made-up municipality with 100,000 figures, as files.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { splitRows } from '#platform/import/split-rows.ts'
import { asTab, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { sheetsOf } from '../../src/app/read-folder.server.ts'
import { writeLargeMunicipality } from './large-municipality.ts'

/** 100,000 figures. */
const SIZE = { indicators: 250, series: 40, periods: 10 }

const [files = '', format] = process.argv.slice(2)
await writeLargeMunicipality(files, SIZE)
if (format === 'xlsx') await asWorkbook()

/** The figures as a workbook in the place of their file. */
async function asWorkbook() {
  const sheet = sheetsOf('municipality').observations
  if (!sheet) throw new Error('no figures')
  const path = join(files, sheet.file)
  const rows = [...splitRows((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''), ',')].map(
    ({ cells }) => cells,
  )
  const [head = [], ...body] = rows.filter((cells) => cells.length > 1)
  const columns = Object.keys(sheet.columns)
  const places = columns.map((column) => head.indexOf(column))
  const texts = body.map((cells) => places.map((place) => cells[place] ?? ''))
  await rm(path)
  await writeFile(join(files, 'observations.xlsx'), await writeWorkbook([asTab(sheet, texts)]))
}
