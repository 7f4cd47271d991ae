import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { optionalText, text } from './columns.ts'
import { readSheets } from './read-sheets.server.ts'
import { sheet } from './sheet.ts'

const sheets = {
  needed: sheet(
    'needed.csv',
    ['key'],
    { key: text, note: optionalText, since: optionalText },
    { isRequired: true, added: ['since'] },
  ),
  optional: sheet('optional.csv', ['key'], { key: text }, { isRequired: false }),
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izaugsme-sheets-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (file: string, content: string) => writeFile(join(folder, file), content)

test('a file that is not required may be absent, and one that is required may not', async () => {
  const { rows, problems } = await readSheets(folder, sheets)
  expect(rows.optional).toEqual([])
  expect(problems.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
    'needed.csv platform.import.fileMissing',
  ])
})

test('a file that is there but cannot be read is not taken for absent', async () => {
  await write('needed.csv', 'key,since,note\n1,,\n')
  await mkdir(join(folder, 'optional.csv'))
  const { problems } = await readSheets(folder, sheets)
  expect(problems.map(({ file }) => file)).toEqual(['optional.csv'])
})

test('a column that older files do not have counts as empty there', async () => {
  await write('needed.csv', 'key,note\n1,\n')
  const old = await readSheets(folder, sheets)
  expect(old.rows).toEqual({ needed: [{ key: '1', note: null, since: null, line: 2 }], optional: [] })
  expect(old.problems).toEqual([])
  await write('needed.csv', 'since,key,note\n2024,1,\n')
  const { rows } = await readSheets(folder, sheets)
  expect(rows.needed).toEqual([{ key: '1', note: null, since: '2024', line: 2 }])
})

test('any other column must be there', async () => {
  await write('needed.csv', 'since,note\n2024,\n')
  const { problems } = await readSheets(folder, sheets)
  expect(problems.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
    'key platform.import.columnMissing',
  ])
})
