import { sql } from 'kysely'
import { expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { keepUpWith } from '../src/app/keepers.server.ts'
import { test } from './support/database.ts'

test('two that work out the same municipality anew at once, a server and a command, do not collide', async ({
  db,
}) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const id = municipality?.id ?? ''
  const count = () =>
    readAs(db, THE_PUBLIC, async (tx) => {
      const { rows } =
        await sql`select (select count(*)::int from findings.finding where municipality_id = ${id}) as findings,
        (select sum(findings)::int from findings.state_tally where municipality_id = ${id}) as counted,
        (select count(*)::int from indicators.verdict where municipality_id = ${id}) as verdicts`.execute(tx)
      return rows[0]
    })
  await keepUpWith(db, id)
  const before = await count()
  // As after an update: what was kept is another program's.
  await writeAs(db, operator(id), async (tx) => {
    const { numAffectedRows } =
      await sql`update platform.kept set code = 'earlier' where municipality_id = ${id}`.execute(tx)
    expect(numAffectedRows).toBeGreaterThan(0n)
    await sql`delete from findings.finding where municipality_id = ${id}`.execute(tx)
    await sql`delete from indicators.verdict where municipality_id = ${id}`.execute(tx)
  })
  await Promise.all(Array.from({ length: 6 }, () => keepUpWith(db, id)))
  expect(await count()).toEqual(before)
})

test('what is worked out stands in the journal as the program’s own doing', async ({ db }) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const id = municipality?.id ?? ''
  await keepUpWith(db, id)
  const { rows } = await readAs(db, operator(id), (tx) =>
    sql`select distinct actor from platform.change
      where municipality_id = ${id} and action = 'kept.renewed'`.execute(tx),
  )
  expect(rows).toEqual([{ actor: 'izaugsme' }])
})
