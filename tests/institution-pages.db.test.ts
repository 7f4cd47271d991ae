import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { importFolder } from '../src/app/import.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { type Rows, twice, writeRows } from './support/write-rows.ts'

const KEY = 'kuldigas-novads-2024'
const source = { source: 'parskats', locator: '1. tabula' }

const institution = (key: string, name: string) => ({
  key,
  version: '1',
  ...twice('name', name),
  type: 'preschool',
  ...source,
})
const count = (series: string, period: string, number: string) => ({
  series,
  period,
  value_kind: 'number',
  unit: 'count',
  number,
  ...source,
})

/** A municipality of which one preschool has a figure about few people and another one that may be read. */
const ROWS: Rows = {
  dataset: [{ municipality: 'kuldigas-novads', strategy: KEY, public: 'yes' }],
  strategy: [
    { ...twice('title', 'Plāns'), version: 'adopted', starts_on: '2024-01-01', ends_on: '2029-12-31' },
  ],
  goals: [{ code: 'M1', position: '1', ...twice('title', 'Mērķis'), ...source }],
  sources: [{ key: 'parskats', ...twice('title', 'Pārskats') }],
  institutions: [institution('mazais', 'Mazais bērnudārzs'), institution('lielais', 'Lielais bērnudārzs')],
  indicators: [
    {
      code: '1',
      position: '1',
      goal: 'M1',
      ...twice('title', 'Bērni ar atbalstu'),
      unit: 'count',
      direction: 'up',
      value_kind: 'number',
      about_persons: 'yes',
      data_minimum: 'no',
      ...source,
    },
  ],
  series: [
    { key: '1', indicator: '1', position: '1', breakdown: '', institution: '' },
    { key: '1/mazais', indicator: '1', position: '2', breakdown: '', institution: 'mazais' },
    { key: '1/lielais', indicator: '1', position: '3', breakdown: '', institution: 'lielais' },
  ],
  observations: [count('1/mazais', '2024', '3'), count('1/lielais', '2024', '912341358')],
  periodRule: [{ period: '2024', target_year: '2024' }],
}

const test = databaseTest
  .extend('ask', { scope: 'file' }, async ({ db }, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-institution-pages-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    await writeRows(folder, ROWS)
    await importFolder(db, folder)
    return openBuiltSite(db)
  })
  .extend('html', { scope: 'file' }, ({ ask }) => async (path: string) => {
    const response = await ask(path)
    expect(response.status, path).toBe(200)
    return (await response.text()).replace(/<!--.*?-->/g, '')
  })
  .extend(
    'words',
    { scope: 'file' },
    ({ html }) =>
      async (path: string) =>
        (await html(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  )

describe('the page of an institution', () => {
  test('begins with what is known of it alone, and shows it with period and verdict', async ({
    html,
    words,
  }) => {
    const page = await words('/liepaja/iestades/lvt')
    expect(page).toContain('Te ir 1 rezultāts tieši par šo iestādi.')
    expect(page).toMatch(
      /9 Atskaitīto izglītojamo īpatsvars.*6 % 2024\.\/2025\. Iepriekš: 2023\.\/2024\.: 7 %/,
    )
    expect(page).toContain('nav sasniegts')
    expect(await html('/en/liepaja/iestades/lvt')).toContain('href="/en/liepaja/raditaji/9#series-9-lvt"')
    expect(await words('/en/liepaja/iestades/lvt')).toContain(
      '1 result here is about this institution alone.',
    )
  })

  test('says what figures of all of its type are not, and how sure they are', async ({ words }) => {
    const page = await words('/liepaja/iestades/lvg')
    expect(page).toContain('Par šo iestādi atsevišķi tie neko nesaka.')
    expect(page).toMatch(/Vecāki, skolas 85,2 % 2024\.\/2025\. n nav zināms/)
    expect(page).not.toContain('pirmsskolas 1 :')
    expect(page).toContain('No kuras iestādes kurš atbildēja, nav zināms.')
    expect(page).toContain('Skolu tīkla attīstības modelis')
  })

  test('says what is absent and why', async ({ words }) => {
    const page = await words('/liepaja/iestades/lvg')
    expect(page).toMatch(
      /Kas par šo iestādi te nav publicēts Rezultāti tieši par šo iestādi: avotos tie ir tikai/,
    )
    expect(await words('/en/liepaja/iestades/lvg')).toContain('so that nobody can be recognised')
  })

  test('names the actions that name the institution', async ({ html }) => {
    expect(await html('/liepaja/iestades/liepu')).toMatch(
      /kurās iestāde nosaukta<\/h2>.*href="\/liepaja\/ricibas-plans\/1\.3\.4"/s,
    )
  })

  test('covers a figure about few people and says so', async ({ words }) => {
    const page = await words('/kuldigas-novads/iestades/mazais')
    expect(page).toContain('aizsegts, jo ziņas ir par pārāk nedaudziem cilvēkiem')
    expect(page).not.toMatch(/Mazais bērnudārzs 3 /)
    expect(page).not.toMatch(/Rezultāts: ?3/)
    expect(await words('/kuldigas-novads/iestades/lielais')).toContain('912 341 358')
    expect(await words('/en/kuldigas-novads/iestades/mazais')).toContain('it is about too few people')
  })
})

describe('the list of institutions', () => {
  test('is narrowed by type and by any name that an institution has had, without diacritics', async ({
    words,
  }) => {
    const ofType = await words('/liepaja/iestades?type=vocationalSchool')
    expect(ofType).toContain('PIKC Liepājas Valsts tehnikums')
    expect(ofType).not.toContain('Liepājas Valsts ģimnāzija')
    expect(await words('/liepaja/iestades?q=realgimnazija')).toMatch(
      /Atbilst 1 no \d+\..*Liepājas Valsts ģimnāzija/,
    )
  })

  test('refuses a type that it does not have, in words', async ({ ask }) => {
    expect((await ask('/liepaja/iestades?type=circus')).status).toBe(400)
  })
})

describe('the way to one’s own institution', () => {
  const linkIn = (page: string, address: string) => expect(page).toContain(`href="${address}"`)

  test('leads from the first page over the municipality to the institution', async ({ html }) => {
    linkIn(await html('/'), '/mana-iestade')
    linkIn(await html('/mana-iestade'), '/liepaja/mana-iestade')
    linkIn(await html('/liepaja/mana-iestade'), '/liepaja/iestades/lvg')
    linkIn(await html('/en/mana-iestade'), '/en/liepaja/mana-iestade')
  })

  test('begins at the overview and at the list as well', async ({ html }) => {
    linkIn(await html('/liepaja'), '/liepaja/mana-iestade')
    linkIn(await html('/liepaja/iestades'), '/liepaja/mana-iestade')
  })

  test('finds an institution by name, and says when there is none', async ({ words }) => {
    const found = await words('/liepaja/mana-iestade?q=gimnazija')
    expect(found).toContain('Liepājas Valsts ģimnāzija')
    expect(found).not.toContain('PIKC Liepājas Valsts tehnikums')
    expect(await words('/liepaja/mana-iestade?q=xyz')).toContain('nosaukumā ir “xyz”, te nav')
    expect(await words('/riga/mana-iestade')).toContain('nenozīmē, ka pašvaldībā to nav')
  })

  test('is found by what people call it', async ({ html }) => {
    for (const words of ['mana skola', 'mans bērnudārzs'])
      linkIn(await html(`/meklet?q=${encodeURIComponent(words)}`), '/mana-iestade')
  })
})
