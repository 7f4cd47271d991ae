import { expect, vi } from 'vitest'
import { writeAs } from '#platform/database/scope.server.ts'
import { operator } from '#platform/users.ts'
import { beginTestChange } from '../../../tests/support/change.ts'
import { test } from '../../../tests/support/database.ts'
import { endListeners } from '../../../tests/support/server-databases.ts'
import { DataVersions } from './data-versions.server.ts'

const TOWN = '00000000-0000-7000-8000-0000000000aa'
const ANOTHER = '00000000-0000-7000-8000-0000000000bb'

test('a change shows in the version of its municipality and of the whole, and nowhere else', async ({
  open,
}) => {
  const versions = await DataVersions.follow(open)
  const before = { town: versions.of(TOWN), another: versions.of(ANOTHER), all: versions.ofAll }
  await writeAs(open.db, operator(TOWN), (tx) => beginTestChange(tx, { municipalityId: TOWN }))
  await vi.waitFor(() => expect(versions.of(TOWN)).not.toBe(before.town))
  expect(versions.ofAll).not.toBe(before.all)
  expect(versions.of(ANOTHER)).toBe(before.another)
})

test('after a lost connection nothing kept is current, and what was missed is known within 5 s', async ({
  open,
}) => {
  const versions = await DataVersions.follow(open)
  const before = versions.of(ANOTHER)
  // The embedded database has no connection that could be lost.
  if (open.engine === 'postgres') {
    await endListeners(open, 'izaugsme_data')
    await vi.waitFor(() => expect(versions.of(ANOTHER)).not.toBe(before), { timeout: 5000 })
  }
  const missed = versions.of(TOWN)
  await writeAs(open.db, operator(TOWN), (tx) => beginTestChange(tx, { municipalityId: TOWN }))
  await vi.waitFor(() => expect(versions.of(TOWN)).not.toBe(missed), { timeout: 5000 })
  expect(versions.of(ANOTHER) === before).toBe(open.engine === 'pglite')
})
