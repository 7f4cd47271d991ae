import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findMissingProtection } from '#platform/database/protect.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { test } from '../support/database.ts'
import { WAYS_OUT } from './ways-out.ts'

const STRANGER = '00000000-0000-7000-8000-00000000000a'
const USERS: Record<string, User> = { 'the public': THE_PUBLIC, 'a member elsewhere': operator(STRANGER) }
const PURPOSES = { reading: readAs, writing: writeAs }

const cases = Object.keys(USERS).flatMap((user) =>
  (['reading', 'writing'] as const).flatMap((purpose) => WAYS_OUT.map((way) => ({ user, purpose, ...way }))),
)

describe('injected SQL', () => {
  test('is tried where nothing is missing that a superuser can give', async ({ open }) => {
    expect(await open.asOwner(findMissingProtection)).toEqual([])
  })

  test.for(cases)('of $user, $purpose, gains nothing by: $sql', async (tried, { db }) => {
    const user = USERS[tried.user] ?? THE_PUBLIC
    const trying = PURPOSES[tried.purpose](db, user, async (tx) => {
      await sql.raw(tried.sql).execute(tx)
      return findGains(tx)
    })
    const outcome = await trying.catch((error: { code?: string }) => error.code ?? String(error))
    const wanted = tried.must === 'refused' ? expect.stringMatching(/^[0-9A-Z]{5}$/) : expect.anything()
    expect(outcome).toEqual(wanted)
    if (typeof outcome !== 'string') expect(outcome).toEqual([])
    expect(await findGains(db)).toEqual([])
  })
})

// A whole statement in the place of another is what no database can tell from our own.
test('the trial notices whoever does get out', async ({ db }) => {
  const gains = await writeAs(db, operator(STRANGER), async (tx) => {
    await sql`set local izaugsme.strategy.read.country = 'yes'`.execute(tx)
    await sql`set local izaugsme.strategy.edit.country = 'yes'`.execute(tx)
    return findGains(tx)
  })
  expect(gains).toEqual(['sees what is not public', 'changes what is not theirs'])
})

/** What only those may see or do who have got out: here there is a strategy that is not public yet. */
async function findGains(where: Database | DatabaseTransaction): Promise<string[]> {
  if ('members' in where) return (await readAs(where, THE_PUBLIC, findGains)) as string[]
  const gains: string[] = []
  const unseen = sql`select from strategy.strategy where not is_public`
  await sql`savepoint before`.execute(where)
  const rows = await unseen.execute(where).then(
    (found) => found.rows.length,
    () => 0,
  )
  if (rows > 0) gains.push('sees what is not public')
  await sql`rollback to savepoint before`.execute(where)
  const changed = await sql`update strategy.strategy set key = key`.execute(where).then(
    (done) => Number(done.numAffectedRows ?? 0),
    () => 0,
  )
  if (changed > 0) gains.push('changes what is not theirs')
  await sql`rollback to savepoint before`.execute(where)
  return gains
}
