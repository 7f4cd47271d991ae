import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { operator, THE_PUBLIC } from '../users.ts'
import { inChange } from './change.server.ts'
import { findDataVersions } from './data-version.server.ts'
import type { Stream } from './streams.ts'

const TOWN = '00000000-0000-7000-8000-0000000000aa'

function write(db: Database, stream: Stream, work: () => Promise<unknown> = async () => undefined) {
  const what = { origin: 'form', action: 'tests.written', subject: 'test', isPublic: false } as const
  const intent = { ...what, municipalityId: TOWN, stream, at: new Date() }
  return inChange(db, operator(TOWN), intent, async (_, { counts }) => {
    await work()
    counts.added += 1
  })
}

/** Starts a long writing and a short one; answers which ended first. The long one waits half a second for the other. */
async function race(db: Database, long: Stream, short: Stream) {
  const ended: string[] = []
  const begun = Promise.withResolvers<void>()
  const shortEnded = Promise.withResolvers<void>()
  const longWriting = write(db, long, async () => {
    begun.resolve()
    await Promise.race([shortEnded.promise, pause(500)])
  }).then(() => ended.push('long'))
  await begun.promise
  await write(db, short).then(() => ended.push('short'))
  shortEnded.resolve()
  await longWriting
  return ended
}

describe('writing', () => {
  test('what the public does not see neither holds up nor waits for what it sees', async ({ open }) => {
    // The embedded database has one connection, on which everybody waits for everybody.
    const first = open.engine === 'postgres' ? ['short', 'long'] : ['long', 'short']
    expect(await race(open.db, 'messages', 'figures')).toEqual(first)
    expect(await race(open.db, 'figures', 'messages')).toEqual(first)
    expect(await race(open.db, 'messages', 'messages')).toEqual(first)
  })

  test('one stream of public data at a time, and another beside it', async ({ open }) => {
    expect(await race(open.db, 'figures', 'figures')).toEqual(['long', 'short'])
    const besides = open.engine === 'postgres' ? ['short', 'long'] : ['long', 'short']
    expect(await race(open.db, 'figures', 'plan')).toEqual(besides)
  })

  test('raises the version of the public data alone', async ({ db }) => {
    const versionOf = async () => (await readAs(db, THE_PUBLIC, findDataVersions)).get(TOWN) ?? 0
    const before = await versionOf()
    await write(db, 'messages')
    expect(await versionOf()).toBe(before)
    await write(db, 'plan')
    await write(db, 'figures')
    expect(await versionOf()).toBe(before + 2)
  })
})
