import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from './support/database.ts'
import { namesOf, plantedOffences, schemaRules } from './support/schema-rules.ts'
import { isNational, isOurs, NATIONAL_TABLES, tableName } from './support/table-kinds.ts'

const rules = Object.entries(schemaRules)

describe('the migrated database', () => {
  test.for(rules)('%s', async ([, offenders], { db }) => {
    expect(await namesOf(db, offenders)).toEqual([])
  })

  test('has many tables of which that is asked', async ({ db }) => {
    const tables = await namesOf(db, sql`select ${tableName} as name from pg_class t where ${isOurs}`)
    expect(tables.length).toBeGreaterThan(20)
  })

  test('has every table that is called national', async ({ db }) => {
    const national = await namesOf(db, sql`select ${tableName} as name from pg_class t where ${isNational}`)
    expect(national.sort()).toEqual(NATIONAL_TABLES.toSorted())
  })
})

test('each rule finds what breaks it', async ({ db }) => {
  const tx = await db.startTransaction().execute()
  try {
    for (const statement of plantedOffences) await sql.raw(statement).execute(tx)
    const blind: string[] = []
    for (const [rule, offenders] of rules) if ((await namesOf(tx, offenders)).length === 0) blind.push(rule)
    expect(blind).toEqual([])
  } finally {
    await tx.rollback().execute()
  }
})
