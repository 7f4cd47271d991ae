import { describe, expect } from 'vitest'
import { type GatheredFinding, gatherFindings, startReading, weightiest } from '#modules/findings'
import {
  countKept,
  familiesOf,
  filterFindings,
  findFirst,
  findKept,
  findTally,
} from '#modules/findings.server'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { modules } from '../src/app/modules.server.ts'
import { test } from './support/database.ts'

const families = familiesOf(modules)

function read<Result>(
  db: Database,
  work: (tx: DatabaseTransaction, municipalityId: string) => Promise<Result>,
) {
  return readAs(db, THE_PUBLIC, async (tx) => {
    const municipality = await findMunicipality(tx, 'liepaja')
    if (!municipality) throw new Error('the tests’ database has no Liepāja')
    return work(tx, municipality.id)
  })
}

const gather = (db: Database) =>
  read(db, async (tx, id) => (await gatherFindings(startReading(tx, { municipalityId: id }), families)) ?? [])

describe('kept findings', () => {
  test('are those that the rules find, in their order and with their anchors', async ({ db }) => {
    const kept = await read(db, (tx, id) => findKept(tx, id, families))
    expect(kept).toEqual(await gather(db))
    expect(kept.length).toBeGreaterThan(60)
  })

  test.for([
    { severity: 'contradiction' },
    { family: 'surveys' },
    { code: 'value-jump' },
    { belongsTo: { goal: 'KP1' } },
    { belongsTo: { goal: 'KP2', indicator: '14' } },
    { belongsTo: { action: '1.1.2' } },
    { text: 'MĒRĶIM indicator' },
    { severity: 'notice', text: '%' },
    { belongsTo: { goal: 'KP9' } },
  ])('answer %o as a filter does', async (filter, { db }) => {
    const kept = await read(db, (tx, id) => findKept(tx, id, families, filter))
    expect(kept).toEqual(filterFindings(await gather(db), filter))
  })

  test('are cut into stretches and counted alike', async ({ db }) => {
    const all = await gather(db)
    const stretch = await read(db, (tx, id) => findKept(tx, id, families, {}, { from: 20, most: 15 }))
    expect(stretch).toEqual(all.slice(20, 35))
    const counts = await read(db, (tx, id) => countKept(tx, id))
    const tally = await read(db, (tx, id) => findTally(tx, id))
    expect(tally.map(({ firstId, ...count }) => count)).toEqual(counts)
    const countOf = (code: string, severity: string) =>
      all.filter((one) => one.code === code && one.severity === severity).length
    expect(counts.every(({ code, severity, count }) => count === countOf(code, severity))).toBe(true)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
  })

  test('come to the top by their weight, one of each kind', async ({ db }) => {
    const all = await gather(db)
    const top = await read(db, async (tx, id) =>
      findFirst(tx, id, families, weightiest(await findTally(tx, id), 5)),
    )
    const firsts = (severity: string) => {
      const some = all.filter((one) => one.severity === severity)
      return some.filter((one, index) => some.findIndex(({ code }) => code === one.code) === index)
    }
    const expected: GatheredFinding[] = ['contradiction', 'obstacle', 'notice'].flatMap(firsts).slice(0, 5)
    expect(top.map(({ finding }) => finding)).toEqual(expected)
    expect(top[0]?.others).toBe(
      all.filter(({ code, severity }) => code === expected[0]?.code && severity === expected[0]?.severity)
        .length - 1,
    )
  })
})
