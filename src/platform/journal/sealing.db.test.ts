import { expect, vi } from 'vitest'
import { sealEverything } from '../../../tests/support/change.ts'
import { test } from '../../../tests/support/database.ts'
import { beginAsSealer } from '../database/scope.server.ts'
import { operator } from '../users.ts'
import { inChange } from '../write/change.server.ts'
import { startSealing } from './sealing.server.ts'
import { findHeads } from './verify.server.ts'

const TOWN = '00000000-0000-7000-8000-0000000000aa'

test('the journal is sealed by itself while a process serves, and once more when it ends', async ({ db }) => {
  const what = { stream: 'people', origin: 'form', action: 'tests.written', subject: 'test' } as const
  const intent = { ...what, municipalityId: TOWN, isPublic: false, at: new Date() }
  const write = () =>
    inChange(db, operator(TOWN), intent, async (_, { counts }) => {
      counts.added += 1
    })
  const waiting = async () => {
    const heads = await beginAsSealer(db, findHeads)
    return heads.find(({ municipalityId }) => municipalityId === TOWN)?.waiting
  }
  const stop = startSealing(db)
  await write()
  expect(await waiting()).toBe(1)
  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 20_000, interval: 100 })
  await write()
  await stop()
  // On a server, transactions of other databases may hold back what is sealed at the very end.
  await sealEverything(db)
  expect(await waiting()).toBe(0)
})
