import { describe, expect } from 'vitest'
import { ROLES } from '#platform/rights/roles.ts'
import { test as databaseTest } from '../support/database.ts'
import { readBundles, roleTesters } from './role-testers.ts'
import { findSurprises, prepareTables } from './try-attempts.ts'

const test = databaseTest.extend('tables', { scope: 'file' }, ({ open }) =>
  open.asOwner((owner) => prepareTables(owner)),
)

describe('what each role may do with a row', { timeout: 120_000 }, () => {
  test('is what the page of rights says, at every level, in one’s own municipality and in another', async ({
    db,
    tables,
  }) => {
    const bundles = readBundles()
    expect([...bundles.keys()]).toEqual(expect.arrayContaining(Object.keys(ROLES)))
    expect(tables.real.length).toBeGreaterThan(25)
    expect(await findSurprises(db, tables.real, roleTesters(bundles))).toEqual([])
  })

  test('is noticed when the page says less, or more', async ({ db, tables }) => {
    const names = tables.real.filter(({ name }) => name === 'people.person')
    const bundles = new Map(readBundles())
    bundles.set('mentor', [])
    bundles.set('councilMember', ['people.read'])
    const surprises = await findSurprises(db, names, roleTesters(bundles))
    expect(surprises.some((line) => line.includes('mentor over person'))).toBe(true)
    expect(surprises.some((line) => line.includes('councilMember over municipality'))).toBe(true)
  })
})
