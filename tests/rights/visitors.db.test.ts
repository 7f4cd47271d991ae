import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { declareCapabilities } from '#platform/rights/capabilities.ts'
import type { TenantTable } from '#platform/rights/declaration.ts'
import { rightsOf } from '#platform/rights/policies.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { test as databaseTest } from '../support/database.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
declareCapabilities({ 'planted.letter.read': [], 'planted.letter.edit': [] })

/** A letter box: anybody puts something in, and those of the municipality take it out. */
const letters: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'planted.letter.read',
  write: 'planted.letter.edit',
  published: 'no',
  writing: 'change',
  publicMayInsert: ['municipality_id', 'content'],
  audit: { noAudit: 'it is planted' },
}
const clerk: User = {
  id: 'clerk',
  kind: 'member',
  grants: [{ capabilities: ['planted.letter.read'], scope: { kind: 'municipality', municipalityId: TOWN } }],
}

const test = databaseTest.extend('box', { scope: 'file' }, async ({ open }) => {
  await open.asOwner(async (owner) => {
    const run = (statement: string) => sql.raw(statement).execute(owner)
    await run('create schema planted')
    await run('grant usage on schema planted to izaugsme_public, izaugsme_member')
    await run(`create table planted.letter (municipality_id uuid not null, content text not null,
      state text not null default 'new', sent_at timestamptz not null default now())`)
    for (const statement of rightsOf('planted.letter', letters)) await run(statement)
  })
  return open.db
})

const say = (box: Database, statement: string, purpose = writeAs) =>
  purpose(box, THE_PUBLIC, (tx) => sql.raw(statement).execute(tx))
const send = `insert into planted.letter (municipality_id, content) values ('${TOWN}', 'Skaitlis nav pareizs.')`

describe('a visitor without an account', () => {
  test('puts a letter into the box, which the municipality reads', async ({ box }) => {
    await say(box, send)
    const { rows } = await readAs(box, clerk, (tx) =>
      sql`select content, state from planted.letter`.execute(tx),
    )
    expect(rows).toEqual([{ content: 'Skaitlis nav pareizs.', state: 'new' }])
  })

  test.for([
    ['sees what is in it', 'select * from planted.letter'],
    ['hears what became of the letter', `${send} returning content`],
    ['fills in what is not theirs', send.replace('(municipality_id, content)', '(municipality_id, state)')],
    [
      'dates it back',
      `insert into planted.letter (municipality_id, content, sent_at) values ('${TOWN}', 'x', '2020-01-01')`,
    ],
    ['changes it', `update planted.letter set content = 'x'`],
    ['takes it out', 'delete from planted.letter'],
    ['puts anything elsewhere', `insert into strategy.value (municipality_id) values ('${TOWN}')`],
  ])('never %s', async ([, statement = ''], { box }) => {
    await expect(say(box, statement)).rejects.toThrow(/permission denied/)
  })

  test('puts nothing in while only reading', async ({ box }) => {
    await expect(say(box, send, readAs)).rejects.toThrow(/read-only transaction/)
  })
})
