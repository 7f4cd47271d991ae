import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { institutionOn } from '#modules/registry'
import {
  findChangedInstitutions,
  findInstitution,
  findInstitutions,
  findMunicipality,
  findNetwork,
} from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { problemText } from '../src/app/parts/problem-text.ts'
import { checkFolder } from '../src/app/read-folder.server.ts'
import { textIn } from '../src/app/texts.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test } from './support/database.ts'
import { writeCsv } from './support/write-csv.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izaugsme-institutions-'))
  await cp('data/liepaja-2020-2025', folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function edit(file: string, from: string | RegExp, to: string) {
  const path = join(folder, file)
  const content = await readFile(path, 'utf8')
  expect(content).toMatch(from)
  await writeFile(path, content.replace(from, to))
}

/** Reads of Liepāja as anybody may. */
const read = <Result>(db: Database, work: (tx: DatabaseTransaction, id: string) => Promise<Result>) =>
  readAs(db, THE_PUBLIC, async (tx) => {
    const municipality = await findMunicipality(tx, 'liepaja')
    return work(tx, municipality?.id ?? '')
  })

const ask = async (db: Database, path: string) => (await openBuiltSite(db))(path)

describe('loading institutions', () => {
  test('a second time changes nothing', async ({ db }) => {
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
  })

  test('says in both languages what is wrong, with file, line and column', async ({ db }) => {
    await edit('institutions.csv', ',vocationalSchool,', ',vocational,')
    await edit('institution-successors.csv', 'liepu,rtu-liepaja', 'liepu,rtu')
    await edit('series.csv', ',lvt\n', ',lvtt\n')
    const refusal = await importFolder(db, folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ImportRefused)
    const { problems } = refusal as ImportRefused
    expect(problems.map((problem) => problemText(problem, textIn('en')))).toEqual([
      'institutions.csv, line 12, column “type”: “vocational” is not in the file institution-types.csv.',
      'institution-successors.csv, line 2, column “successor”: “rtu” is not in the file institutions.csv.',
      'series.csv, line 19, column “institution”: “lvtt” is not in the file institutions.csv, which has “lvt”.',
    ])
    expect(problems.map((problem) => problemText(problem, textIn('lv')))).toContain(
      'institutions.csv, 12. rinda, kolonna “type”: “vocational” nav atrodams failā institution-types.csv.',
    )
    expect((await checkFolder(folder)).problems).toEqual(problems)
  })

  test('keeps what an institution was called before, and gives it no new id', async ({ db }) => {
    const before = await read(db, (tx, id) => findInstitution(tx, id, 'lbjc'))
    await edit('institutions.csv', 'Liepājas Bērnu un jaunatnes centrs', 'Liepājas jaunatnes centrs')
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 1 })
    const after = await read(db, (tx, id) => findInstitution(tx, id, 'lbjc'))
    expect(after?.id).toBe(before?.id)
    expect(after?.versions[0]?.name.lv).toBe('Liepājas jaunatnes centrs')
    const names = await readAs(db, operator(await read(db, async (_, id) => id)), (tx) =>
      sql<{ name: string }>`select content ->> 'name_lv' as name from platform.record_revision
        where table_name = 'registry.institution_version' and record_key like ${`${before?.id}%`}
        order by revision`.execute(tx),
    )
    expect(names.rows.map(({ name }) => name)).toEqual([
      'Liepājas Bērnu un jaunatnes centrs',
      'Liepājas jaunatnes centrs',
    ])
    await importFolder(db, 'data/liepaja-2020-2025')
  })

  test('a folder without any of these files says nothing about institutions', async ({ db }) => {
    const before = await read(db, (tx, id) => findNetwork(tx, id))
    // Parties of actions came later than these, and name an institution.
    for (const file of ['institutions', 'institution-sites', 'institution-successors', 'action-parties'])
      await rm(join(folder, `${file}.csv`))
    await nameInBreakdown()
    expect((await checkFolder(folder)).problems).toEqual([])
    await importFolder(db, folder)
    expect(await read(db, (tx, id) => findNetwork(tx, id))).toEqual(before)
    await importFolder(db, 'data/liepaja-2020-2025')
  })
})

/** Names institutions as folders did before they had files of their own: by a breakdown. */
async function nameInBreakdown() {
  const rows = parse<Record<string, string>>(await readFile(join(folder, 'series.csv'), 'utf8'), {
    columns: true,
  })
  const old = rows.map(({ institution, breakdown, ...row }) => ({
    ...row,
    breakdown: institution ? `institution=${institution}` : breakdown,
  }))
  await writeFile(join(folder, 'series.csv'), writeCsv(old))
  const values = ['lvt,1,tehnikums,technical school', 'ljk,2,koledža,college', 'mikc,3,vidusskola,school']
  const path = join(folder, 'breakdowns.csv')
  const lines = values.map((value) => `institution,Iestāde,Institution,${value},\n`)
  await writeFile(path, `${(await readFile(path, 'utf8')).trimEnd()}\n${lines.join('')}`)
}

test('an old folder loads as before: its institutions are values of a breakdown', async ({ db }) => {
  await nameInBreakdown()
  await importFolder(db, folder)
  expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
  const rows = await read(db, (tx) =>
    tx
      .selectFrom('indicators.series')
      .select(['breakdown', 'institution_id'])
      .where('key', '=', '9/ljk')
      .execute(),
  )
  expect(rows).toEqual([{ breakdown: { institution: 'ljk' }, institution_id: null }])
  const page = await (await ask(db, '/liepaja/raditaji/9')).text()
  expect(page).toContain('Koledža')
  expect(await importFolder(db, 'data/liepaja-2020-2025')).toMatchObject({ added: 0, changed: 3 })
})

describe('other modules', () => {
  test('ask for an institution by key and for what it was on a day', async ({ db }) => {
    const ljk = await read(db, (tx, id) => findInstitution(tx, id, 'ljk'))
    expect(ljk && institutionOn(ljk, '2023-03-31')?.name.lv).toBe('Liepājas Jūrniecības koledža')
    expect(ljk && institutionOn(ljk, '2023-04-01')?.name.lv).toBe('RTU Liepājas Jūrniecības koledža')
    expect(await read(db, (tx, id) => findInstitution(tx, id, 'nobody'))).toBeUndefined()
    const some = await read(db, (tx, id) => findInstitutions(tx, id, { ids: [ljk?.id ?? ''] }))
    expect(some).toEqual([ljk])
  })

  test('are told which institutions a loading changed', async ({ db }) => {
    await edit('institutions.csv', 'RTU Liepājas akadēmija', 'RTU akadēmija')
    await importFolder(db, folder)
    const changed = await read(db, async (tx, id) => {
      const [run] = await tx
        .selectFrom('platform.change')
        .select('id')
        .where('municipality_id', '=', id)
        .where('origin', '=', 'import')
        .orderBy('at', 'desc')
        .limit(1)
        .execute()
      const ids = await findChangedInstitutions(tx, id, [run?.id ?? ''])
      return findInstitutions(tx, id, { ids })
    })
    expect(changed.map(({ key }) => key)).toEqual(['rtu-liepaja'])
    await importFolder(db, 'data/liepaja-2020-2025')
  })
})

describe('the API', () => {
  const list = '/api/v1/municipalities/liepaja/institutions'

  test('lists the institutions of a day', async ({ db }) => {
    const keysOn = async (on: string) => {
      const { items } = (await (await ask(db, `${list}?on=${on}`)).json()) as { items: { key: string }[] }
      return items.map(({ key }) => key)
    }
    expect(await keysOn('2024-02-29')).toContain('liepu')
    expect(await keysOn('2024-02-29')).not.toContain('rtu-liepaja')
    expect(await keysOn('2024-03-01')).toContain('rtu-liepaja')
    expect(await keysOn('2024-03-01')).not.toContain('liepu')
    expect((await ask(db, `${list}?on=tomorrow`)).status).toBe(400)
    expect((await ask(db, '/api/v1/municipalities/atlantida/institutions')).status).toBe(404)
  })

  test('gives a file that can be loaded by the columns that loading reads', async ({ db }) => {
    const rows = parse<Record<string, string>>(await (await ask(db, `${list}.csv`)).text(), { columns: true })
    const shipped = parse<Record<string, string>>(await readFile(join(folder, 'institutions.csv'), 'utf8'), {
      columns: true,
    })
    const columns = Object.keys(shipped[0] ?? {})
    const loadable = rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])),
    )
    const same = shipped.filter((row) =>
      loadable.some((one) => one.key === row.key && one.version === row.version),
    )
    expect(Object.keys(rows[0] ?? {}).slice(0, columns.length)).toEqual(columns)
    expect(loadable.toSorted(byKey)).toEqual(same.toSorted(byKey))
    expect(same.length).toBe(9)
  })

  test('says of which institution each series is', async ({ db }) => {
    const answer = await ask(db, '/api/v1/strategies/liepaja-2020-2025/indicators')
    const { items } = (await answer.json()) as {
      items: { code: string; series: { key: string; breakdown: object; institution: object | null }[] }[]
    }
    const series = items.find(({ code }) => code === '9')?.series ?? []
    expect(series.map(({ key, breakdown, institution }) => ({ key, breakdown, institution }))).toContainEqual(
      {
        key: '9/ljk',
        breakdown: {},
        institution: {
          key: 'ljk',
          name: { lv: 'RTU Liepājas Jūrniecības koledža', en: 'RTU Liepāja Maritime College' },
        },
      },
    )
    expect(items.find(({ code }) => code === '1')?.series[0]?.institution).toBeNull()
  })
})

const byKey = (a: Record<string, string>, b: Record<string, string>) =>
  (a.key ?? '') < (b.key ?? '') ? -1 : 1

describe('the pages', () => {
  const words = async (db: Database, path: string) => {
    const response = await ask(db, path)
    expect(response.status).toBe(200)
    const page = (await response.text()).replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' ')
    return page.replace(/\s+/g, ' ')
  }

  test('show institutions as they were on the day asked for', async ({ db }) => {
    const before = await words(db, '/liepaja/iestades?on=2020-09-01')
    expect(before).toContain('Liepājas Valsts 1. ģimnāzija')
    expect(before).not.toContain('RTU Liepājas Jūrniecības koledža')
    expect(before).toMatch(/Pastāv citā laikā \(\d+\) RTU Liepājas akadēmija kopš 01\.03\.2024\./)
    expect((await ask(db, '/liepaja/iestades?on=2020-02-30')).status).toBe(400)
    expect(await words(db, '/en/liepaja/iestades?on=2020-09-01')).toContain('Liepāja State Gymnasium No. 1')
  })

  test('lead from an institution to what took its place and to its series', async ({ db }) => {
    expect(await words(db, '/liepaja/iestades/liepu')).toMatch(
      /RTU Liepājas akadēmija šī iestāde turpinās kā tā, 01\.03\.2024\./,
    )
    const html = await (await ask(db, '/en/liepaja/iestades/lvt')).text()
    expect(html).toContain('href="/en/liepaja/raditaji/9#series-9-lvt"')
    expect((await ask(db, '/liepaja/iestades/nobody')).status).toBe(404)
  })

  test('say of a municipality without institutions that nothing is known, not that there are none', async ({
    db,
  }) => {
    expect(await words(db, '/riga/iestades')).toContain('Tas, ka to te nav, nenozīmē, ka pašvaldībā to nav.')
  })
})
