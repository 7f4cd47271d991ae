import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, vi } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { keepFile } from '#platform/files/keep-file.service.server.ts'
import { createPost } from '#platform/mail/create-post.server.ts'
import { writeMetrics } from '#platform/metrics.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { renewFeed } from '../src/modules/work/feed.service.server.ts'
import { mailNotification } from '../src/modules/work/mail-notification.server.ts'
import { findNotifications } from '../src/modules/work/notification-store.server.ts'
import { giveTask } from '../src/modules/work/task-service.server.ts'
import { openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { plantTown } from './support/people-town.ts'
import { asSuperuser } from './support/superuser.ts'

/** In a task, in the name of a file and in what is in it. */
const SECRET = 'zqxnoslepums'
const OURS = 'ventspils'

const memberOf = (id: string, municipalityId: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId } }],
})

async function giveAccount(db: Database, municipalityId: string, account_id: string) {
  const written = { stream: 'people', origin: 'command', isPublic: false, at: new Date() } as const
  const intent = { ...written, municipalityId, action: 'account.planted', subject: account_id }
  await inChange(db, operator(municipalityId), intent, async (tx, change) => {
    const said = { language: 'lv', ended_on: null, is_accepted: true } as const
    const person = { account_id, name: `${account_id} Ābele`, ...said }
    await revise(tx, change, { table: 'platform.account_holder', key: ['account_id'] }, [person])
    const address = { account_id, email: `${account_id}@pasts.example` }
    await revise(tx, change, { table: 'platform.account_address', key: ['account_id'] }, [address])
  })
}

/** Two municipalities with somebody in each; ours has a task and a file that nobody elsewhere may know of. */
const test = databaseTest.extend('towns', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-ways-'))
  vi.stubEnv('IZAUGSME_DATA', folder)
  onCleanup(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  const [ours, other] = [await plantTown(db, OURS), await plantTown(db, 'liepaja')]
  const [entitled, stranger] = [memberOf('entitled', ours.id), memberOf('stranger', other.id)]
  await giveAccount(db, ours.id, 'entitled')
  await giveAccount(db, other.id, 'stranger')
  const task = { kind: 'tests.read', address: null, dueOn: '2030-01-01' }
  const give = (municipalityId: string, accountId: string, subject: string) =>
    giveTask(db, operator(municipalityId), { ...task, municipalityId, accountId, subject })
  await give(ours.id, 'entitled', `Izlasīt ${SECRET}`)
  await give(other.id, 'stranger', 'Izlasīt savu')
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${SECRET}\n%%EOF\n`)
  const kept = await keepFile(db, entitled, {
    municipalityId: ours.id,
    purpose: 'strategy.evidence',
    name: `${SECRET}.pdf`,
    bytes,
  })
  if ('problem' in kept) throw new Error('the file may be kept')
  return { folder, ours, other, entitled, stranger, file: kept.id }
})

const read = async (response: Response) =>
  `${[...response.headers].map((header) => header.join(': ')).join('\n')}\n${await response.text()}`

describe('a word of one municipality', () => {
  test('goes by mail to whom it is for, and to nobody else', async ({ db, towns }) => {
    const settings = readSettings({ IZAUGSME_DATA: towns.folder })
    const work = { post: createPost(settings), settings } as unknown as Parameters<
      typeof mailNotification.run
    >[2]
    for (const [user, municipalityId] of [
      [towns.entitled, towns.ours.id],
      [towns.stranger, towns.other.id],
    ] as const)
      for (const { id } of await readAs(db, user, (tx) => findNotifications(tx, user.id)))
        await mailNotification.run(db, { municipalityId, id }, work)
    const mail = join(towns.folder, 'mail')
    const letters = await Promise.all((await readdir(mail)).map((name) => readFile(join(mail, name), 'utf8')))
    const of = (account: string) => letters.filter((letter) => letter.includes(`${account}@pasts.example`))
    expect(of('entitled').join()).toContain(SECRET)
    expect(of('stranger')).not.toEqual([])
    expect(of('stranger').join()).not.toContain(SECRET)
    expect(of('stranger').length + of('entitled').length).toBe(letters.length)
  })

  test('is in the calendar of its owner, by the secret of the address alone', async ({ db, towns }) => {
    const own = await renewFeed(db, towns.entitled)
    const others = await renewFeed(db, towns.stranger)
    const ask = await openSiteAs(db, THE_PUBLIC)
    const feed = (secret: string) => ask(`/darbs/kalendars.ics?atslega=${secret}`)
    expect(await read(await feed(own))).toContain(SECRET)
    const seen = await read(await feed(others))
    expect(seen).toContain('Izlasīt savu')
    expect(seen).not.toContain(SECRET)
    for (const wrong of ['', own.slice(1), `${own}x`, "' or 1=1 --", others.toUpperCase()]) {
      const refused = await feed(encodeURIComponent(wrong))
      expect([wrong, refused.status]).toEqual([wrong, 404])
      expect(await read(refused)).not.toContain(SECRET)
    }
    const renewed = await renewFeed(db, towns.entitled)
    expect((await feed(own)).status).toBe(404)
    expect((await feed(renewed)).status).toBe(200)
  })

  test('in a file is given to whoever may have it, whichever address is tried', async ({ db, towns }) => {
    const ask = await openSiteAs(db, towns.entitled)
    expect(await read(await ask(`/darbs/${OURS}/datnes/${towns.file}`))).toContain(SECRET)
    const scope = { kind: 'person', municipalityId: towns.ours.id, id: towns.ours.persons.anna } as const
    const guardian: User = { id: 'guardian', kind: 'member', grants: [{ role: 'guardian', scope }] }
    for (const user of [towns.stranger, THE_PUBLIC, guardian]) {
      const asked = await openSiteAs(db, user)
      for (const town of [OURS, 'liepaja'])
        for (const face of ['/darbs', '', '/en/darbs', '/en']) {
          const response = await asked(`${face}/${town}/datnes/${towns.file}`)
          expect([user.id, face, town, response.status === 200]).toEqual([user.id, face, town, false])
          expect(await read(response)).not.toContain(SECRET)
        }
    }
  })

  test('is in no row of a job, nor is anybody’s name or address', async ({ open, towns }) => {
    expect(towns).toBeDefined()
    const rows = await asSuperuser(open, async (superuser) => {
      const found = await sql<{ row: string }>`select j::text as row from jobs.job_common j`.execute(
        superuser,
      )
      return found.rows.map(({ row }) => row)
    })
    expect(rows.length).toBeGreaterThan(0)
    expect(
      rows.filter((row) => row.includes(SECRET) || /Ābele|@pasts\.example|Anna Liepa/.test(row)),
    ).toEqual([])
  })

  test('is in no number that is counted', ({ towns }) => {
    expect(towns).toBeDefined()
    const metrics = writeMetrics()
    expect(metrics).toContain('izaugsme')
    expect(metrics).not.toMatch(new RegExp(`${SECRET}|Ābele|@pasts\\.example|atslega=|${towns.file}`))
  })
})
