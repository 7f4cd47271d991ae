import { sql } from 'kysely'
import { expect } from 'vitest'
import { sealEverything } from '../../../tests/support/change.ts'
import { test } from '../../../tests/support/database.ts'
import { asSuperuser } from '../../../tests/support/superuser.ts'
import { beginAsSealer } from '../database/scope.server.ts'
import { operator } from '../users.ts'
import { inChange } from '../write/change.server.ts'
import { resumeJournal } from './seal.server.ts'
import { findHeads, findJournalFaults } from './verify.server.ts'

const TOWN = '00000000-0000-7000-8000-0000000000aa'

test('a database restored on a server that counts transactions anew goes on in a new epoch', async ({
  open,
}) => {
  const write = () =>
    inChange(
      open.db,
      operator(TOWN),
      {
        municipalityId: TOWN,
        stream: 'figures',
        origin: 'form',
        action: 'tests.written',
        subject: 'test',
        isPublic: false,
        at: new Date(),
      },
      async (_, { counts }) => {
        counts.added += 1
      },
    )
  const epochs = async () =>
    beginAsSealer(open.db, async (tx) => {
      const { rows } = await sql<{ epoch: number }>`select epoch from platform.change
        where municipality_id = ${TOWN} order by epoch, xid`.execute(tx)
      return rows.map(({ epoch }) => epoch)
    })

  await write()
  await resumeJournal(open.db)
  await write()
  expect(await epochs()).toEqual([1, 1])
  await asSuperuser(open, (superuser) =>
    sql`update platform.change set xid = (xid::text::bigint + 1000000000)::text::xid8`.execute(superuser),
  )
  await resumeJournal(open.db)
  await write()
  await resumeJournal(open.db)
  expect(await epochs()).toEqual([1, 1, 2])

  expect(await sealEverything(open.db)).toBeGreaterThanOrEqual(3)
  await write()
  expect(await sealEverything(open.db)).toBe(1)
  expect(await beginAsSealer(open.db, (tx) => findJournalFaults(tx))).toEqual([])
  expect(await beginAsSealer(open.db, findHeads)).toContainEqual(
    expect.objectContaining({ municipalityId: TOWN, sealed: 4, waiting: 0 }),
  )
})
