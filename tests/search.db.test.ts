import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { searchIndexOf } from '../src/app/search.server.ts'
import { readQuery } from '../src/modules/search/read-query.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test } from './support/database.ts'
import { type Planted, plantInRows, plantRowsOfWords, SECRET } from './support/plant-secret.ts'
import { asSuperuser } from './support/superuser.ts'

async function ask(db: Database, typed: string) {
  return (await searchIndexOf(db)).search(readQuery(typed))
}

/** The first answers as their addresses, each with its municipality. */
async function firstOf(db: Database, typed: string, count: number) {
  const { found } = await ask(db, typed)
  return found
    .slice(0, count)
    .map(({ findable, place }) => `${place ? `/${place.slug}` : ''}${findable.address}`)
}

const idOf = async (db: Database, slug: string) =>
  (await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug)))?.id ?? ''

describe('what stands first', () => {
  test.for([
    ['Liepāja', 1, '/liepaja'],
    ['ventspils', 1, '/ventspils'],
    ['ogre', 1, '/ogres-novads'],
    ['riga', 1, '/riga'],
    ['14', 1, '/liepaja/raditaji/14'],
    ['1.1.3', 1, '/liepaja/ricibas-plans/1.1.3'],
    ['eksamnes', 1, '/liepaja/raditaji/16'],
    ['skolotājs', 3, '/liepaja/raditaji/21'],
    ['pedagogs', 3, '/liepaja/raditaji/21'],
    ['skolotāju apmierinātība ar atbalstu', 1, '/liepaja/raditaji/23'],
    ['mobings', 2, '/liepaja/ricibas-plans/1.2.4'],
    ['mobings', 3, '/liepaja/raditaji/4'],
    ['vieta bērnudārzā', 3, '/liepaja/raditaji/K4'],
    ['direktors', 1, '/liepaja/raditaji/20'],
    ['bērnudārzs', 5, '/liepaja/raditaji/K1'],
    ['iestādēs', 1, '/liepaja/iestades'],
    ['ticamības intervālu', 1, '/vardnica#ticamibas-intervals'],
    ['Vilsons', 1, '/vardnica#vilsona-intervals'],
    ['labbūtības', 3, '/liepaja/datu-kvalitate/apgalvojumi#claim-wellbeing'],
  ] as const)('%s: among the first %i is %s', async ([typed, count, address], { db }) => {
    expect(await firstOf(db, typed, count)).toContain(address)
  })
})

describe('whatever is typed', () => {
  test.for(['a', '?!*', '%00', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'AND OR NOT'])(
    '%s is answered with a page',
    async (typed, { db }) => {
      const site = await openBuiltSite(db)
      for (const language of ['', '/en']) {
        const answer = await site(`${language}/meklet?q=${encodeURIComponent(typed)}`)
        expect(answer.status).toBe(200)
        expect(await answer.text()).not.toMatch(/<script>alert|<img src=x/)
      }
    },
  )

  test('one letter finds nothing, and the page says what is needed', async ({ db }) => {
    expect((await ask(db, 'a')).found).toEqual([])
    const page = await (await (await openBuiltSite(db))('/meklet?q=a')).text()
    expect(page).toContain('vismaz diviem burtiem')
  })

  test('many long questions at once are answered, each by its first words', async ({ db }) => {
    const site = await openBuiltSite(db)
    const long = encodeURIComponent('skolotāju atbalsts eksamnes '.repeat(200))
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, number) => {
        const answer = await site(`/meklet?q=${number}+${long}`)
        return { status: answer.status, page: await answer.text() }
      }),
    )
    for (const { status, page } of answers) {
      expect(status).toBe(200)
      expect(page).toContain('tikai tā pirmie vārdi')
      expect(page.length).toBeLessThan(300_000)
    }
  })
})

test('what has changed is found by its new words, and no more by the old ones', async ({ db }) => {
  expect((await ask(db, 'pumpurzaķis')).found).toEqual([])
  const before = (await ask(db, '1.1.3')).found.length
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-search-'))
  try {
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    const path = join(folder, 'goals.csv')
    const [head = '', ...rows] = (await readFile(path, 'utf8')).split('\n')
    const column = head.split(',').indexOf('title_lv')
    expect(column).toBeGreaterThan(0)
    await writeFile(
      path,
      [head, ...rows.map((row, at) => (at === 0 ? renamed(row, column) : row))].join('\n'),
    )
    await importFolder(db, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
  const [found, ...others] = (await ask(db, 'pumpurzaķim')).found
  expect(found?.findable).toMatchObject({ kind: 'goal', name: { lv: 'Pumpurzaķis' } })
  expect(others.filter(({ findable }) => findable.kind === 'goal')).toEqual([])
  expect((await ask(db, '1.1.3')).found).toHaveLength(before)
})

/** A row of a file with another text in one column; fields may be in quotation marks. */
function renamed(row: string, column: number) {
  const fields = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return fields.map((field, at) => (at === column ? 'Pumpurzaķis,' : field)).join('')
}

test('no internal word of any table is found, offered instead or shown by how a word begins', {
  timeout: 300_000,
}, async ({ db, open }) => {
  const planted: Planted = new Map()
  const internal: string[] = []
  for (const slug of ['liepaja', 'ventspils']) {
    const id = await idOf(db, slug)
    await plantInRows(open, id, planted)
    internal.push(...(await plantRowsOfWords(open, id, planted)))
  }
  for (const table of ['strategy.strategy', 'surveys.survey', 'work.report', 'work.task']) {
    expect(internal).toContain(table)
  }
  await asSuperuser(open, (superuser) =>
    sql`update platform.data_version set version = version + 1`.execute(superuser),
  )
  for (const word of [SECRET, ...planted.keys()]) {
    const { found, corrected } = await ask(db, word)
    expect(found, planted.get(word)).toEqual([])
    expect(JSON.stringify(corrected)).not.toContain(SECRET)
  }
  expect((await ask(db, 'skolotājs')).found.length).toBeGreaterThan(10)
})
