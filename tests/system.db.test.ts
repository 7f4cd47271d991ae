import { afterAll, expect, vi } from 'vitest'
import { z } from 'zod'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { findDead } from '#platform/jobs/queues.server.ts'
import { startJobs } from '#platform/jobs/start-jobs.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { operator, type User } from '#platform/users.ts'
import { openSiteAs } from './support/built-site.ts'
import { test } from './support/database.ts'

const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => log.mockRestore())

const admin: User = {
  id: 'admin',
  kind: 'member',
  grants: [{ role: 'administrator', scope: { kind: 'country' } }],
}
const TOWN = '00000000-0000-7000-8000-000000000001'
const local: User = {
  id: 'local',
  kind: 'member',
  grants: [{ role: 'administrator', scope: { kind: 'municipality', municipalityId: TOWN } }],
}

test('whoever runs the installation sees how it is, and nobody else does', async ({ db }) => {
  const page = await (await openSiteAs(db, admin))('/darbs/sistema')
  expect(page.status).toBe(200)
  const html = await page.text()
  for (const said of ['PostgreSQL', 'Node.js', 'work.mailNotification', '0 7 * * *', 'liepaja', 'apzīmogoti'])
    expect(html).toContain(said)
  expect(html).not.toContain('<script')
  expect((await (await openSiteAs(db, local))('/darbs/sistema')).status).toBe(403)
  const nobody = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
  expect((await nobody('/darbs/sistema')).status).toBe(303)
})

test('a dead job is tried again or dropped by a button, and the journal knows by whom', async ({ db }) => {
  let isMended = false
  const job = defineJob({
    name: 'test.dying',
    schema: z.object({ id: z.uuid() }),
    retry: { limit: 0, delaySeconds: 0 },
    run: async () => {
      if (!isMended) throw new Error('no')
    },
  })
  const settings = readSettings({})
  const workers = await startJobs({
    db,
    jobs: [job],
    post: async () => undefined,
    settings,
    lookSeconds: 0.5,
  })
  try {
    await writeAs(db, operator(), async (tx) => {
      await enqueue(tx, job, { id: TOWN })
      await enqueue(tx, job, { id: TOWN })
    })
    const patiently = { timeout: 20_000, interval: 50 }
    const dead = await vi.waitFor(async () => {
      const all = await findDead(db)
      expect(all).toHaveLength(2)
      return all
    }, patiently)
    const ids = dead.map(({ id }) => id)
    const ask = await openSiteAs(db, admin)
    expect(await (await ask('/darbs/sistema')).text()).toContain('test.dying')
    const deal = async (as: User, what: string, id = '') =>
      (await (await openSiteAs(db, as))('/darbs/sistema', { what, id })).status
    expect(await deal(local, 'drop', ids[0])).toBe(403)
    expect(await deal(admin, 'burn', ids[0])).toBe(422)
    expect(await deal(admin, 'drop', ids[0])).toBe(303)
    expect(await deal(admin, 'drop', ids[0])).toBe(404)
    isMended = true
    expect(await deal(admin, 'retry', ids[1])).toBe(303)
    await vi.waitFor(async () => expect(await findDead(db)).toEqual([]), patiently)
    const noted = await readAs(db, operator(), (tx) =>
      tx.selectFrom('platform.change').select(['actor', 'action']).where('actor', '=', 'admin').execute(),
    )
    expect(noted.map(({ action }) => action).toSorted()).toEqual(['job.dropped', 'job.retried'])
  } finally {
    await workers.stop()
  }
})
