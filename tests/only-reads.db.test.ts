import { describe, expect } from 'vitest'
import type { Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { plantTown } from './support/people-town.ts'

const test = databaseTest
  .extend('town', { scope: 'file' }, ({ db }) => plantTown(db))
  .extend('as', { scope: 'file' }, ({ db }) => async (role: Role, scope: Scope) => {
    const ask = await openSiteAs(db, { id: 'x', kind: 'member', grants: [{ role, scope }] })
    return async (address: string) => (await ask(address)).text()
  })

describe('whoever only reads', () => {
  test('a whole country is led to its public pages, and to no empty workplace', async ({ as }) => {
    for (const role of ['ministryReader', 'researcher'] as const) {
      const desk = await (await as(role, { kind: 'country' }))('/darbs')
      expect(desk).toContain('šeit jums nav nekā darāma')
      expect(desk).toContain('<a href="/">Visa valsts</a>')
      expect(desk).not.toMatch(/href="\/darbs\/(liepaja|tiesibas|konti|zurnals|zinojumi|sistema)"/)
      expect(desk).not.toContain('Zemāk ir vietas')
    }
  })

  test('a municipality is told so on both pages', async ({ as, town }) => {
    const ask = await as('researcher', { kind: 'municipality', municipalityId: town.id })
    const desk = await ask('/darbs')
    expect(desk).toContain('šeit jums nav nekā darāma')
    expect(desk).toContain('<a href="/liepaja">')
    expect(desk).not.toContain('href="/darbs/liepaja"')
    const workplace = await ask('/darbs/liepaja')
    expect(workplace).toContain('Šeit jums nav nekā darāma.')
    expect(workplace).not.toContain('class="tabs"')
    expect(await ask('/en/darbs/liepaja')).toContain('There is nothing for you to do here.')
  })
})

test('who can do something is led there as before', async ({ as, town }) => {
  const here = { kind: 'municipality', municipalityId: town.id } as const
  for (const [role, scope] of [
    ['educationHead', here],
    ['dataAnalyst', here],
    ['councilMember', here],
    ['administrator', { kind: 'country' }],
  ] as const) {
    const ask = await as(role, scope)
    const desk = await ask('/darbs')
    expect(desk).toContain('href="/darbs/liepaja"')
    expect(desk).not.toContain('nav nekā darāma')
    expect(await ask('/darbs/liepaja')).not.toContain('nav nekā darāma')
  }
})
