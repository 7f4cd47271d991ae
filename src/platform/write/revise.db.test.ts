import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { beginTestChange } from '../../../tests/support/change.ts'
import { test as databaseTest, inRollback } from '../../../tests/support/database.ts'
import { readAs } from '../database/scope.server.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { operator, THE_PUBLIC } from '../users.ts'
import { ChangedMeanwhile, revise } from './revise.server.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const { id } = await readAs(db, THE_PUBLIC, (tx) =>
    tx
      .selectFrom('registry.municipality')
      .select('id')
      .where('slug', '=', 'liepaja')
      .executeTakeFirstOrThrow(),
  )
  return id
})

const target = { table: 'indicators.dimension_value', key: ['catalogue', 'dimension', 'value'] } as const
const row = (value: string, label: string) => ({
  dimension: 'tests',
  dimension_lv: 'Izmēģinājums',
  catalogue: 'liepaja-2020-2025',
  dimension_en: 'Test',
  value,
  position: 1,
  label_lv: label,
  label_en: label,
})

async function find(tx: DatabaseTransaction) {
  const { rows } = await sql`select value, label_lv, revision, change_id from indicators.dimension_value
    where dimension = 'tests' order by value`.execute(tx)
  return rows
}

describe('revising rows', () => {
  test('adds, changes and leaves alone, and each row remembers its change', async ({ db, liepaja }) => {
    await inRollback(db, operator(liepaja), async (tx) => {
      const first = await beginTestChange(tx, { municipalityId: liepaja })
      await revise(tx, first, target, [row('a', 'A'), row('b', 'B')])
      expect(first.counts).toEqual({ added: 2, changed: 0 })
      const second = await beginTestChange(tx, { municipalityId: liepaja })
      await revise(tx, second, target, [row('a', 'A'), row('b', 'Be'), row('c', 'C')])
      expect(second.counts).toEqual({ added: 1, changed: 1 })
      expect(await find(tx)).toEqual([
        { value: 'a', label_lv: 'A', revision: 1, change_id: first.id },
        { value: 'b', label_lv: 'Be', revision: 2, change_id: second.id },
        { value: 'c', label_lv: 'C', revision: 1, change_id: second.id },
      ])
    })
  })

  test('finds what is there whether few rows are given or many', async ({ db, liepaja }) => {
    await inRollback(db, operator(liepaja), async (tx) => {
      const change = await beginTestChange(tx, { municipalityId: liepaja })
      const many = Array.from({ length: 80 }, (_, index) => row(`v${index}`, 'V'))
      await revise(tx, change, target, many)
      await revise(tx, change, target, many)
      await revise(tx, change, target, many.slice(0, 3))
      expect(change.counts).toEqual({ added: 80, changed: 0 })
    })
  })

  test('refuses to write over what somebody else has changed meanwhile', async ({ db, liepaja }) => {
    await inRollback(db, operator(liepaja), async (tx) => {
      const change = await beginTestChange(tx, { municipalityId: liepaja })
      await revise(tx, change, target, [row('a', 'A')])
      const overtaken = overtake(tx, () =>
        sql`update indicators.dimension_value set revision = 7 where dimension = 'tests'`.execute(tx),
      )
      await expect(revise(overtaken, change, target, [row('a', 'Cits')])).rejects.toThrow(ChangedMeanwhile)
    })
  })

  test('refuses rows without a change of the journal', async ({ db, liepaja }) => {
    const unknown = inRollback(db, operator(liepaja), async (tx) => {
      const change = await beginTestChange(tx, { municipalityId: liepaja })
      await revise(tx, { ...change, id: '00000000-0000-7000-8000-000000000001' }, target, [row('a', 'A')])
    })
    await expect(unknown).rejects.toThrow(/foreign key/)
  })
})

/** The same transaction, in which something happens between what is read and what is written. */
function overtake(tx: DatabaseTransaction, meanwhile: () => Promise<unknown>): DatabaseTransaction {
  return tx.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await meanwhile()
      return result
    },
  }) as DatabaseTransaction
}
