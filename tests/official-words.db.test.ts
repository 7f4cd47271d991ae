import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { importFolder } from '../src/app/import.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { writeCsv } from './support/write-csv.ts'

type Row = Record<string, string>

const test = databaseTest.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-words-'))
    onCleanup(() => rm(folder, { recursive: true }))
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    return folder
  },
)

/** The file with more columns in every row, empty unless the row is the one that is meant. */
async function addWords(folder: string, file: string, isMeant: (row: Row) => boolean, words: Row) {
  const path = join(folder, file)
  const rows = parse(await readFile(path, 'utf8'), { columns: true }) as Row[]
  const none = Object.fromEntries(Object.keys(words).map((name) => [name, '']))
  await writeFile(path, writeCsv(rows.map((row) => ({ ...row, ...(isMeant(row) ? words : none) }))))
}

const named =
  (column: string, value: string) =>
  (row: Row): boolean =>
    row[column] === value

test('official words are the title, ours stand below, and nothing else is quoted', async ({ db, folder }) => {
  const site = await openBuiltSite(db)
  const ask = async (path: string) => (await site(path)).text()
  const OURS = 'Formulējumi te ir īsi, mūsu vārdiem'
  expect((await ask('/liepaja/ricibas-plans/1.1.1')).split(OURS)).toHaveLength(2)
  expect((await ask('/liepaja/datu-kvalitate/apgalvojumi')).split(OURS)).toHaveLength(2)
  expect(await ask('/liepaja/datu-kvalitate/apgalvojumi')).not.toContain('“Rindas')

  const official = { official_lv: 'Tā rakstīts plānā.', official_en: '' }
  await addWords(folder, 'actions.csv', named('code', '1.1.1'), official)
  await addWords(folder, 'goals.csv', named('code', 'KP1'), { ...official, official_lv: 'Tā saukts mērķis' })
  await addWords(folder, 'directions.csv', named('code', '1.1'), {
    ...official,
    official_lv: 'Tā saukts virziens',
  })
  await addWords(folder, 'indicators.csv', named('code', '3'), {
    ...official,
    official_lv: 'Tā saukts rādītājs',
  })
  await addWords(folder, 'claims.csv', named('key', 'queues'), {
    ...official,
    official_lv: 'Tā teikts tekstā.',
  })
  await addWords(folder, 'strategy.csv', () => true, {
    vision_official_lv: 'Tā formulēta vīzija.',
    vision_official_en: 'The vision as adopted.',
    mission_official_lv: '',
    mission_official_en: '',
  })
  expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 6 })

  const action = await ask('/liepaja/ricibas-plans/1.1.1')
  expect(action).toContain('<h1>1.1.1 Tā rakstīts plānā.</h1>')
  expect(action).toContain('Vērot un virzīt skolu tīkla attīstību')
  expect(action).not.toContain(OURS)
  expect(await ask('/en/liepaja/ricibas-plans/1.1.1')).toContain('“Tā rakstīts plānā.”')
  expect(await ask('/liepaja/ricibas-plans')).toContain('Tā rakstīts plānā.')
  expect(await ask('/liepaja/raditaji/3')).toContain('<h1>Tā saukts rādītājs</h1>')
  expect(await ask('/liepaja/raditaji')).toContain('Tā saukts rādītājs')
  const strategy = await ask('/liepaja/strategija')
  for (const words of ['Tā formulēta vīzija.', 'Tā saukts mērķis', 'Tā saukts virziens']) {
    expect(strategy).toContain(words)
  }
  expect(await ask('/liepaja/datu-kvalitate/apgalvojumi')).toContain('“Tā teikts tekstā.”')

  const api = '/api/v1/strategies/liepaja-2020-2025'
  expect(JSON.parse(await ask(`${api}`))).toMatchObject({
    visionOfficial: { lv: 'Tā formulēta vīzija.', en: 'The vision as adopted.' },
    missionOfficial: null,
  })
  const actions = JSON.parse(await ask(`${api}/actions?goal=KP1`)) as { items: { code: string }[] }
  expect(actions.items.find(({ code }) => code === '1.1.1')).toMatchObject({
    title: { lv: 'Vērot un virzīt skolu tīkla attīstību pēc koncepcijas kritērijiem un scenārijiem' },
    official: { lv: 'Tā rakstīts plānā.', en: null },
  })
  await importFolder(db, 'data/liepaja-2020-2025')
})

test('a source without an address says whom to ask, one with an address opens', async ({ db }) => {
  const site = await openBuiltSite(db)
  const page = await (await site('/liepaja/parskati')).text()
  expect(page).toContain('dokumentu var lūgt izdevējam:')
  expect(page).toContain('href="https://www.lvg.lv/section/top/skolas-nosaukumi/343"')
})
