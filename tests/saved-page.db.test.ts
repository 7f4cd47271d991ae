import { expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { openSiteAs } from './support/built-site.ts'
import { test } from './support/database.ts'
import { fieldsIn } from './support/forms.ts'

const ADDRESS = '/liepaja/raditaji/14/labot'

test('after saving, the page says so, on a database with one connection too', async ({ db }) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const scope = { kind: 'municipality', municipalityId: municipality?.id ?? '' } as const
  const ask = await openSiteAs(db, {
    id: 'saver',
    kind: 'member',
    grants: [{ role: 'educationSpecialist', scope }],
  })
  const typed = { ...fieldsIn(await (await ask(ADDRESS)).text()), title_lv: 'Skaidrāks nosaukums' }
  const saved = await ask(ADDRESS, { ...typed, _why: 'Skaidrāk', _do: 'save' })
  expect(saved.status).toBe(303)
  const next = await ask(saved.headers.get('location') ?? '')
  expect(await next.text()).toContain('Saglabāts: ')
})
