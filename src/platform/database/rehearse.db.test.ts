import { describe, expect } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import { findGrants } from '../rights/grant-store.server.ts'
import { giveRole } from '../rights/grants.server.ts'
import { operator, THE_PUBLIC } from '../users.ts'
import { rehearse } from './rehearse.server.ts'
import { readAs } from './scope.server.ts'
import type { Database } from './types.server.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const by = operator()
const entry = (accountId: string) => ({
  accountId,
  role: 'dataAnalyst' as const,
  scope: { kind: 'municipality' as const, municipalityId: TOWN },
  validFrom: '2026-01-01',
  validTo: null,
})
const rolesOf = async (db: Database, accountId: string) =>
  (await readAs(db, by, (tx) => findGrants(tx, accountId))).length

describe('a rehearsal', () => {
  test('shows what would be, to those who take part, and leaves nothing behind', async ({ db }) => {
    const seen = await rehearse(db, async (shown) => {
      const before = await rolesOf(shown, 'anna')
      await giveRole(shown, by, entry('anna'))
      return [before, await rolesOf(shown, 'anna')]
    })
    expect(seen).toEqual([0, 1])
    expect(await rolesOf(db, 'anna')).toBe(0)
    await giveRole(db, by, entry('anna'))
    expect(await rolesOf(db, 'anna')).toBe(1)
  })

  test('goes on after a part that was refused, and lets nobody do more than they may', async ({ db }) => {
    const seen = await rehearse(db, async (shown) => {
      await giveRole(shown, by, entry('berta'))
      const wrong = giveRole(shown, THE_PUBLIC, entry('berta')).then(
        () => 'given',
        () => 'refused',
      )
      const strangers = await readAs(shown, { id: 'x', kind: 'member', grants: [] }, (tx) =>
        findGrants(tx, 'berta'),
      )
      return [await wrong, await rolesOf(shown, 'berta'), strangers.length]
    })
    expect(seen).toEqual(['refused', 1, 0])
  })

  test('shows the public what is everybody’s', async ({ db }) => {
    const seen = await rehearse(db, (shown) =>
      readAs(shown, THE_PUBLIC, (tx) => tx.selectFrom('registry.municipality').select('id').execute()),
    )
    expect(seen.length).toBeGreaterThan(40)
  })

  test('parts that are asked for at once take turns', async ({ db }) => {
    const counts = await rehearse(db, async (shown) => {
      await Promise.all(['cilda', 'dace', 'emma'].map((id) => giveRole(shown, by, entry(id))))
      return Promise.all(['cilda', 'dace', 'emma'].map((id) => rolesOf(shown, id)))
    })
    expect(counts).toEqual([1, 1, 1])
    expect(await rolesOf(db, 'cilda')).toBe(0)
  })

  test('an error in it is heard', async ({ db }) => {
    await expect(rehearse(db, async () => Promise.reject(new Error('unheard of')))).rejects.toThrow(
      'unheard of',
    )
  })
})
