import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Municipality } from '#modules/registry'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { beginAsSealer, readAs } from '#platform/database/scope.server.ts'
import { findJournalFaults } from '#platform/journal/verify.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import {
  type CountrySize,
  generateCountry,
  generatedFiles,
  generateRows,
} from '../src/app/generate-country.server.ts'
import { openBuiltSite, openSiteAs } from './support/built-site.ts'
import { test as base } from './support/database.ts'
import { asSuperuser } from './support/superuser.ts'

const SIZE: CountrySize = { municipalities: 2, institutions: 9, pupils: 61, years: 10, seed: 7 }

const test = base.extend('country', { scope: 'file' }, async ({ db }) => {
  const { municipalities } = await generateCountry(db, SIZE)
  const [one, other] = municipalities
  if (!one || !other) throw new Error('two municipalities were asked for')
  return { one, other }
})

const worldOf = ({ slug, name }: Pick<Municipality, 'slug' | 'name'>) => ({
  municipality: { slug, name },
  strategy: `${slug}-izdomata-2022-2027`,
  years: [2022, 2023, 2024, 2025],
  institutions: 5,
  pupils: 40,
  rows: {},
})

test('the same seed makes the same files, byte by byte; another seed others', ({ expect }) => {
  const ogre = { slug: 'ogre', name: { lv: 'Ogres novads', en: 'Ogre Municipality' } }
  const make = (seed: number) => generatedFiles(generateRows(worldOf(ogre), seed))
  expect(make(1)).toEqual(make(1))
  expect(make(1).get('observations.csv')).not.toBe(make(2).get('observations.csv'))
})

test('every page of an invented municipality says so, in both languages and at work', async ({
  db,
  country,
}) => {
  const ask = await openBuiltSite(db)
  const { slug, id } = country.one
  const pages = [
    '',
    '/raditaji',
    '/raditaji/1',
    '/strategija',
    '/ricibas-plans',
    '/iestades',
    '/dati-nesakrit',
  ]
  for (const page of pages) {
    const latvian = await (await ask(`/${slug}${page}`)).text()
    expect(latvian, page).toContain('Izdomāti dati: ')
    expect(await (await ask(`/en/${slug}${page}`)).text(), page).toContain('Generated data: ')
  }
  expect(await (await ask('/liepaja')).text()).not.toContain('Izdomāti dati: ')
  const work = await openSiteAs(db, operator(id))
  expect(await (await work(`/darbs/${slug}`)).text()).toContain('Izdomāti dati: ')
})

test('so do answers of the API and files', async ({ db, country }) => {
  const ask = await openBuiltSite(db)
  const { slug } = country.one
  const strategy = `${slug}-izdomata-2022-2027`
  const generated = { lv: 'Izdomāti dati', en: 'Generated data' }
  for (const path of [
    `/municipalities/${slug}/institutions`,
    `/municipalities/${slug}/findings`,
    `/strategies/${strategy}`,
    `/strategies/${strategy}/indicators`,
    `/strategies/${strategy}/observations`,
  ])
    expect(await (await ask(`/api/v1${path}`)).json(), path).toMatchObject({ generated })
  const file = await ask(`/api/v1/strategies/${strategy}/observations.csv`)
  expect(file.headers.get('content-disposition')).toContain('izdomati-dati-')
  const [heading, first] = (await file.text()).split('\r\n')
  expect(heading).toMatch(/,generated$/)
  expect(first).toMatch(/,Izdomāti dati \/ Generated data$/)
  expect(await (await ask('/api/v1/municipalities/liepaja/institutions')).json()).not.toHaveProperty(
    'generated',
  )
})

test('it has institutions, people in classes, and ten years of figures; the journal knows it all', async ({
  open,
  country,
}) => {
  const { rows } = await asSuperuser(open, (superuser) =>
    sql<{ id: string; institutions: number; pupils: number; heads: number; years: number; led: number }>`
      select m.id,
        (select count(*) from registry.institution i where i.municipality_id = m.id) as institutions,
        (select count(*) from people.person p where p.municipality_id = m.id and p.kind = 'pupil') as pupils,
        (select count(*) from people.post p where p.municipality_id = m.id and p.job = 'head') as heads,
        (select count(distinct period) from indicators.observation o where o.municipality_id = m.id) as years,
        (select count(*) from people.learner_group g where g.municipality_id = m.id and exists (
          select from people.assignment a where a.group_id = g.group_id and a.kind = 'leadsClass')) as led
      from registry.municipality m where m.generated_seed = ${SIZE.seed} order by m.id`.execute(superuser),
  )
  expect(rows).toHaveLength(2)
  expect(rows.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(SIZE.pupils)
  expect(rows.reduce((sum, { institutions }) => sum + institutions, 0)).toBe(SIZE.institutions)
  for (const { institutions, heads, years, led } of rows) {
    expect(heads).toBe(institutions)
    expect(years).toBe(SIZE.years)
    expect(led).toBeGreaterThanOrEqual(institutions)
  }
  expect(country.other.slug).not.toBe(country.one.slug)
  expect(await beginAsSealer(open.db, (tx) => findJournalFaults(tx))).toEqual([])
})

test('nothing is invented over what is there', async ({ db, country }) => {
  const before = await readAs(db, THE_PUBLIC, (tx) => findMunicipalitiesOn(tx, '2025-09-01'))
  const { one, other } = country
  const taken = ['liepaja', 'ventspils', one.slug, other.slug]
  await expect(generateCountry(db, { ...SIZE, municipalities: before.length })).rejects.toMatchObject({
    free: before.length - taken.length,
    taken: expect.arrayContaining(taken) as string[],
  })
})
