import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, vi } from 'vitest'
import { z } from 'zod'
import { beginAsJobs, readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { test } from '../../../tests/support/database.ts'
import { enqueue, enqueueAll } from './enqueue.server.ts'
import { defineJob, type Job } from './job.ts'
import { findProgress } from './progress-store.server.ts'
import { dropDead, findDead, findQueues, retryDead } from './queues.server.ts'
import { bossOf, prepareQueues, startJobs, type Workers } from './start-jobs.server.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const member: User = {
  id: 'anna',
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId: TOWN } }],
}
const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => errors.mockRestore())

const Thing = z.object({ id: z.uuid() })
const thing = (n: number) => ({ id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` })

let running: Workers | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
  errors.mockClear()
})
const start = (db: Database, ...jobs: Job[]) => startLooking(db, 0.5, jobs)
async function startLooking(db: Database, lookSeconds: number, jobs: Job[]) {
  const settings = readSettings({})
  running = await startJobs({ db, jobs, post: async () => undefined, settings, lookSeconds })
}
const patiently = { timeout: 20_000, interval: 50 }

describe('a job', () => {
  test('is done after the transaction that asks for it, and is gone with one that is undone', async ({
    db,
  }) => {
    const done: string[] = []
    const job = defineJob({ name: 'test.once', schema: Thing, run: async (_, { id }) => done.push(id) })
    await start(db, job)
    await writeAs(db, member, async (tx) => {
      await enqueue(tx, job, thing(1))
      throw new Error('undone')
    }).catch(() => undefined)
    await writeAs(db, member, async (tx) => {
      await enqueue(tx, job, thing(2))
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(done).toEqual([])
    })
    await vi.waitFor(() => expect(done).toEqual([thing(2).id]), patiently)
  })

  test('that fails is tried again, and waits for the operator at last, without what its error said', async ({
    db,
  }) => {
    let attempts = 0
    const job = defineJob({
      name: 'test.failing',
      schema: Thing,
      retry: { limit: 1, delaySeconds: 0 },
      run: async () => {
        attempts += 1
        if (attempts < 4) throw new Error('anna@liepaja.lv has no such box')
      },
    })
    await start(db, job)
    await writeAs(db, member, (tx) => enqueue(tx, job, thing(3)))
    const dead = await vi.waitFor(async () => {
      const [one] = await findDead(db)
      expect(one).toMatchObject({ job: 'test.failing', attempts: 2 })
      return one as NonNullable<typeof one>
    }, patiently)
    expect(dead.problem).toBe('Error')
    expect((await findQueues(db)).find(({ job: name }) => name === 'test.failing')).toMatchObject({ dead: 1 })
    const kept = await beginAsJobs(db, (tx) => sql`select * from jobs.job`.execute(tx))
    expect(JSON.stringify([kept.rows, errors.mock.calls])).not.toContain('anna@')

    await retryDead(db, dead.id)
    await vi.waitFor(async () => {
      expect(attempts).toBe(4)
      expect(await findDead(db)).toEqual([])
    }, patiently)
  })

  test('that is dead can be dropped', async ({ db }) => {
    const job = defineJob({
      name: 'test.hopeless',
      schema: Thing,
      retry: { limit: 0, delaySeconds: 0 },
      run: async () => {
        throw new Error('no')
      },
    })
    await start(db, job)
    await writeAs(db, member, (tx) => enqueue(tx, job, thing(4)))
    const id = await vi.waitFor(async () => {
      const [one] = await findDead(db)
      return (one as NonNullable<typeof one>).id
    }, patiently)
    expect(await dropDead(db, id)).toBe(true)
    expect(await dropDead(db, id)).toBe(false)
    expect(await findDead(db)).toEqual([])
  })

  test('with a key is waited for once', async ({ db }) => {
    const done: string[] = []
    const job = defineJob({ name: 'test.keyed', schema: Thing, run: async (_, { id }) => done.push(id) })
    await prepareQueues(bossOf(db, { supervise: false, schedule: false }), [job])
    await writeAs(db, member, async (tx) => {
      await enqueue(tx, job, thing(5), { key: 'same' })
      await enqueue(tx, job, thing(6), { key: 'same' })
      await enqueueAll(tx, job, [{ data: thing(7), key: 'other' }, { data: thing(8) }, { data: thing(9) }])
    })
    await start(db, job)
    await vi.waitFor(() => expect(done.toSorted()).toEqual([5, 7, 8, 9].map((n) => thing(n).id)), patiently)
  })

  test('that waits behind others is begun as soon as they are done', async ({ db }) => {
    const done: string[] = []
    const job = defineJob({ name: 'test.many', schema: Thing, run: async (_, { id }) => done.push(id) })
    await prepareQueues(bossOf(db, { supervise: false, schedule: false }), [job])
    const all = Array.from({ length: 12 }, (_, n) => thing(100 + n))
    await writeAs(db, member, (tx) =>
      enqueueAll(
        tx,
        job,
        all.map((data) => ({ data })),
      ),
    )
    await startLooking(db, 30, [job])
    await vi.waitFor(() => expect(done).toHaveLength(12), patiently)
  })

  test('tells whoever waits for it how far it is, and nobody else', async ({ db }) => {
    let go = () => {}
    const job = defineJob({
      name: 'test.long',
      schema: Thing,
      run: async (_, __, { progress }) => {
        await progress(3, 10, 'platform.name')
        await new Promise<void>((resolve) => {
          go = resolve
        })
      },
    })
    await start(db, job)
    const waiting = { municipalityId: TOWN, accountId: member.id }
    const id = await writeAs(db, member, (tx) => enqueue(tx, job, thing(10), { waiting }))
    const seenBy = (user: User) => readAs(db, user, (tx) => findProgress(tx, member.id, id))
    await vi.waitFor(
      async () =>
        expect(await seenBy(member)).toMatchObject({
          state: 'running',
          done: 3,
          total: 10,
          note: 'platform.name',
        }),
      patiently,
    )
    expect(await seenBy({ ...member, id: 'berta' })).toBeUndefined()
    expect(
      await readAs(db, { ...member, id: 'berta' }, (tx) => findProgress(tx, 'berta', id)),
    ).toBeUndefined()
    go()
    await vi.waitFor(async () => expect(await seenBy(member)).toMatchObject({ state: 'done' }), patiently)
  })

  test('that nobody goes on with is begun anew by the next start', async ({ db }) => {
    const retry = { limit: 2, delaySeconds: 0 }
    const job = defineJob({ name: 'test.killed', schema: Thing, retry, run: async () => undefined })
    await prepareQueues(bossOf(db, { supervise: false, schedule: false }), [job])
    await writeAs(db, member, (tx) => enqueue(tx, job, thing(11)))
    // As a process leaves it that is killed on the way.
    await beginAsJobs(db, (tx) =>
      sql`update jobs.job set state = 'active', started_on = now() - interval '5 minutes',
        heartbeat_on = now() - interval '5 minutes' where name = 'test.killed'`.execute(tx),
    )
    const done: string[] = []
    await start(db, { ...job, run: async (_, data) => done.push((data as { id: string }).id) })
    await vi.waitFor(() => expect(done).toEqual([thing(11).id]), patiently)
  })
})

describe('the queue', () => {
  test('is seen by its own role alone: members put jobs in, the public does nothing', async ({ db }) => {
    const job = defineJob({ name: 'test.secret', schema: Thing, run: async () => undefined })
    await prepareQueues(bossOf(db, { supervise: false, schedule: false }), [job])
    for (const table of ['job', 'job_common', 'queue', 'schedule']) {
      const look = (user: User) =>
        readAs(db, user, (tx) => sql`select * from ${sql.table(`jobs.${table}`)}`.execute(tx))
      await expect(look(member)).rejects.toThrow(/permission denied/)
      await expect(look(THE_PUBLIC)).rejects.toThrow(/permission denied/)
    }
    await expect(writeAs(db, THE_PUBLIC, (tx) => enqueue(tx, job, thing(12)))).rejects.toThrow(
      /permission denied/,
    )
    await expect(beginAsJobs(db, (tx) => sql`select * from platform.role_grant`.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
  })

  test('has the schema of the pg-boss that is installed', async ({ db }) => {
    const boss = bossOf(db, { supervise: false, schedule: false })
    const { default: described } = await import('pg-boss/package.json', { with: { type: 'json' } })
    expect(await boss.schemaVersion()).toBe((described as { pgboss: { schema: number } }).pgboss.schema)
  })

  test('begins jobs by themselves in Riga’s time, and forgets those that no longer do', async ({ db }) => {
    const boss = bossOf(db, { supervise: false, schedule: false })
    const schedules = async () =>
      (await boss.getSchedules()).map(({ name, cron, timezone }) => [name, cron, timezone])
    const job = defineJob({
      name: 'test.daily',
      schema: z.object({}),
      schedule: '0 7 * * *',
      run: async () => undefined,
    })
    await prepareQueues(boss, [job])
    expect(await schedules()).toEqual([['test.daily', '0 7 * * *', 'Europe/Riga']])
    await prepareQueues(boss, [{ ...job, schedule: '0 8 * * *' }])
    expect(await schedules()).toEqual([['test.daily', '0 8 * * *', 'Europe/Riga']])
    await prepareQueues(boss, [])
    expect(await schedules()).toEqual([])
  })
})

describe('defining a job', () => {
  test.each([
    [z.object({ name: z.string() }), 'data.name'],
    [z.object({ all: z.array(z.object({ text: z.string().max(100) })) }), 'data.all.text'],
    [z.object({ one: z.union([z.uuid(), z.string()]) }), 'data.one'],
  ])('refuses data that may hold words', (schema, place) => {
    expect(() => defineJob({ name: 'test.words', schema, run: async () => undefined })).toThrow(place)
  })

  test('takes ids, days, numbers and a few words', () => {
    const schema = z.object({ id: z.uuid(), day: z.iso.date(), kind: z.enum(['a', 'b']), count: z.number() })
    expect(defineJob({ name: 'test.ids', schema, run: async () => undefined }).name).toBe('test.ids')
  })
})
