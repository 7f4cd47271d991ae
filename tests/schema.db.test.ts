import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from './support/database.ts'
import { namesOf, plantedOffences, schemaRules } from './support/schema-rules.ts'
import { isNational, isOurs, NATIONAL_TABLES, tableName } from './support/table-kinds.ts'

const rules = Object.entries(schemaRules)

describe('the migrated database', () => {
  test.for(rules)('%s', async ([, offenders], { open }) => {
    expect(await open.asOwner((owner) => namesOf(owner, offenders))).toEqual([])
  })

  test('has many tables of which that is asked', async ({ open }) => {
    const asked = sql<{ name: string }>`select ${tableName} as name from pg_class t where ${isOurs}`
    const tables = await open.asOwner((owner) => namesOf(owner, asked))
    expect(tables.length).toBeGreaterThan(20)
  })

  test('has every table that is called national', async ({ open }) => {
    const asked = sql<{ name: string }>`select ${tableName} as name from pg_class t where ${isNational}`
    const national = await open.asOwner((owner) => namesOf(owner, asked))
    expect(national.sort()).toEqual(NATIONAL_TABLES.toSorted())
  })
})

test('each rule finds what breaks it', async ({ open }) => {
  const blind = await open.asOwner(async (owner) => {
    const tx = await owner.startTransaction().execute()
    try {
      for (const statement of plantedOffences) await sql.raw(statement).execute(tx)
      const found = rules.map(async ([rule, offenders]) =>
        (await namesOf(tx, offenders)).length === 0 ? [rule] : [],
      )
      return (await Promise.all(found)).flat()
    } finally {
      await tx.rollback().execute()
    }
  })
  expect(blind).toEqual([])
})
