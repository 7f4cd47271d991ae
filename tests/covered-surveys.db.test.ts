import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import { type Grant, THE_PUBLIC, type User } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { keepUpWith } from '../src/app/keepers.server.ts'
import { readUnprotectedSurveys } from '../src/modules/surveys/unprotected.service.server.ts'
import { ask, DOCUMENTS, LISTS } from './api/ask.ts'
import { addressesOf } from './pages/pages-to-visit.ts'
import { readPageTable } from './pages/site-table.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as base } from './support/database.ts'
import { readExamples } from './support/examples.ts'
import { writeCsv } from './support/write-csv.ts'

type Row = Record<string, string>

/** A survey of two small groups beside a large one; whatever has these digits tells about few people. */
const PLANTED: Record<string, Row[]> = {
  'surveys.csv': [{ key: 'planted', title_lv: 'Iestādīta', title_en: 'Planted', period: '2024/2025' }],
  'survey-groups.csv': [
    { group: 'many', position: '1', label_lv: 'Daudzi', label_en: 'Many', respondents: '300', minors: 'no' },
    { group: 'few', position: '2', label_lv: 'Daži', label_en: 'Few', respondents: '12', minors: 'no' },
    {
      group: 'fewer',
      position: '3',
      label_lv: 'Pavisam daži',
      label_en: 'Fewer',
      respondents: '7',
      response_share: '43.219',
      response_share_decimals: '3',
      minors: 'no',
    },
  ],
  'survey-items.csv': [
    {
      item: 'open',
      position: '1',
      title_lv: 'Atklāts',
      title_en: 'Open',
      printed_mean: '47.2718',
      printed_mean_decimals: '4',
    },
    {
      item: 'shown',
      position: '2',
      title_lv: 'Rādīts',
      title_en: 'Shown',
      printed_mean: '55.6667',
      printed_mean_decimals: '4',
    },
  ],
  'survey-results.csv': [
    { group: 'many', item: 'open', share: '61.3333', decimals: '4' },
    { group: 'few', item: 'open', share: '31.4159', decimals: '4' },
    { group: 'fewer', item: 'open', share: '58.6173', decimals: '4' },
    { group: 'many', item: 'shown', share: '61.3333', decimals: '4' },
    { group: 'few', item: 'shown', share: '50', decimals: '0' },
  ],
  'survey-means.csv': [{ group: 'few', scope: 'all', printed_mean: '35.9264', decimals: '4' }],
}
const SECRETS = /43[.,]21|47[.,]27|31[.,]41|58[.,]61|35[.,]92/

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-covered-'))
    onCleanup(() => rm(folder, { recursive: true }))
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    for (const [file, planted] of Object.entries(PLANTED)) {
      const path = join(folder, file)
      const rows = parse(await readFile(path, 'utf8'), { columns: true }) as Row[]
      const empty = Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, '']))
      const added = planted.map((row) => ({
        ...empty,
        ...(file === 'surveys.csv' ? {} : { survey: 'planted' }),
        ...row,
      }))
      await writeFile(path, writeCsv([...rows, ...added]))
    }
    return folder
  },
)

/** Everything that an answer says, in its body and in its headers. */
async function everythingIn(response: Response): Promise<string> {
  return `${[...response.headers].map((pair) => pair.join(': ')).join('\n')}\n${await response.text()}`
}

const API = '/surveys/liepaja-planted'
const PLANTED_API = [API, `${API}/results`, `${API}/analysis`, `${API}/results.csv`]

test('a covered figure of a survey comes out nowhere, and what may be shown does', {
  timeout: 240_000,
}, async ({ db, folder }) => {
  await importFolder(db, folder)
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const municipalityId = municipality?.id ?? ''
  await keepUpWith(db, municipalityId)

  const site = await openBuiltSite(db)
  const page = '/liepaja/aptaujas/planted'
  const latvian = [...addressesOf(await readPageTable(), await readExamples()), page]
  const leaks: string[] = []
  for (const address of latvian.flatMap((one) => [one, `/en${one === '/' ? '' : one}`]))
    if (SECRETS.test(await everythingIn(await site(address)))) leaks.push(address)
  for (const address of [
    ...DOCUMENTS,
    ...LISTS,
    ...LISTS.map((list) => `${list}.csv?limit=5000`),
    ...PLANTED_API,
  ])
    if (SECRETS.test(await everythingIn(await ask(db, address)))) leaks.push(address)
  for (const list of ['/strategies/liepaja-2020-2025/findings?limit=5000', '/search?q=planted'])
    if (SECRETS.test(await everythingIn(await ask(db, list)))) leaks.push(list)
  expect(leaks).toEqual([])

  const shown = await (await site(page)).text()
  expect(shown).toContain('61,3333')
  expect(shown).toContain('55,6667')
  expect(shown).toContain('mazāk par 10')
  expect(shown).toContain('>c</abbr>')
  const results = await (await ask(db, `${API}/results.csv`)).text()
  expect(results).toContain('planted,few,open,c,0,confidential')
  expect(results).toContain('planted,few,shown,50,0')

  const head: Grant = { role: 'educationHead', scope: { kind: 'municipality', municipalityId } }
  const asked = (grants: Grant[]): User => ({ id: 'somebody', kind: 'member', grants })
  const tables = await readUnprotectedSurveys(db, asked([head]), municipalityId)
  expect(JSON.stringify(tables)).toContain('31.4159')
  await expect(readUnprotectedSurveys(db, asked([]), municipalityId)).rejects.toThrow()
})
