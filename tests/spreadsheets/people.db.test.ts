import { expect } from 'vitest'
import { findInstitutions, findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import { secretsOf } from '#platform/secrets.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test } from '../support/database.ts'

const HOME = '/darbs/liepaja/dati/cilveki'
const secrets = secretsOf('a secret of these tests, long enough')
const people = {
  'groups.csv': 'institution;group;kind;name;grade;valid_from;valid_to\nlvg;5a;class;5.a;5;2025-09-01;\n',
  'persons.csv':
    'institution;person;kind;given_name;family_name;group;national_id\nlvg;p1;pupil;Anna;Ozola;5a;\n',
}
const formOf = (files: Record<string, string>, typed: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name))
  return form
}

test('people of one institution are looked at, loaded once, and refused elsewhere', async ({ db }) => {
  const town = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const municipalityId = town?.id ?? ''
  const all = await readAs(db, THE_PUBLIC, (tx) => findInstitutions(tx, municipalityId))
  const id = all.find(({ key }) => key === 'lvg')?.id ?? ''
  const scope = { kind: 'institution', municipalityId, id } as const
  const head: User = { id: 'head of lvg', kind: 'member', grants: [{ role: 'institutionHead', scope }] }
  const ask = await openSiteAs(db, head, { secrets })
  expect((await ask(HOME)).status).toBe(200)
  const typed = { why: 'jauns gads', invented: 'yes' }
  const looked = await ask(HOME, formOf(people, { ...typed, what: 'check' }))
  expect(await looked.text()).toContain('jaunas rindas: 3')
  const loaded = await ask(HOME, formOf(people, { ...typed, what: 'load' }))
  expect(await loaded.text()).toContain('Jaunas rindas: 3')
  const again = await ask(HOME, formOf(people, { ...typed, what: 'load' }))
  expect(await again.text()).toContain('Jaunas rindas: 0; mainītas: 0')
  const dangling = await ask(
    HOME,
    formOf({ 'persons.csv': people['persons.csv'] }, { ...typed, what: 'load' }),
  )
  expect(dangling.status).toBe(422)
  expect(await dangling.text()).toContain('persons.csv, 2. rinda')
  const other = { 'groups.csv': people['groups.csv'].replace('lvg;', 'ljk;') }
  expect((await ask(HOME, formOf(other, { ...typed, what: 'load' }))).status).toBe(403)
  const analyst: User = {
    id: 'analyst',
    kind: 'member',
    grants: [{ role: 'dataAnalyst', scope: { kind: 'municipality', municipalityId } }],
  }
  expect((await (await openSiteAs(db, analyst, { secrets }))(HOME)).status).toBe(403)
})
