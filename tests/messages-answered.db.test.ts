import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, describe, expect, vi } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { startJobs, type Workers } from '#platform/jobs/start-jobs.server.ts'
import type { Letter, Post } from '#platform/mail/letter.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { readSettings } from '#platform/settings.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { everyJob } from '../src/app/jobs.server.ts'
import { sendReport } from '../src/modules/work/report-service.server.ts'
import { openBuiltSite, openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  if (!municipality) throw new Error('Liepāja is not loaded')
  return municipality.id
})

const member = (id: string, municipalityId: string, role: Role): User => ({
  id,
  kind: 'member',
  grants: [{ role, scope: { kind: 'municipality', municipalityId } }],
})

/** Each visitor of these tests has an address of their own. */
let visitors = 0
async function send(
  db: Database,
  municipalityId: string,
  more: { contact?: string; language?: 'lv' | 'en' } = {},
) {
  const once = uuidv7()
  await sendReport(db, {
    municipalityId,
    once,
    entry: {
      kind: 'figure',
      content: 'Skaitlis par bērnudārziem nav pareizs.',
      ...(more.contact ? { contact: more.contact } : {}),
    },
    place: { address: '/liepaja/raditaji/14#figures', title: 'Interešu izglītība · Liepāja' },
    language: more.language ?? 'lv',
    clientAddress: `203.0.113.${visitors++}`,
  })
  return once
}

let workers: Workers | undefined
afterEach(async () => {
  await workers?.stop()
  workers = undefined
})
async function startPost(db: Database, post: Post) {
  workers = await startJobs({ db, jobs: everyJob, post, settings: readSettings({}), lookSeconds: 0.5 })
}
const patiently = { timeout: 20_000, interval: 50 }
const ANSWER = 'Paldies! Skaitlis ir izlabots, skatiet lapu.'

describe('a reader’s message', () => {
  test('is given to somebody, who gets a task that ends with the answer', async ({ db, liepaja }) => {
    const scope = { kind: 'municipality', municipalityId: liepaja } as const
    const entry = { accountId: 'anna', role: 'educationSpecialist', scope, validTo: null } as const
    await giveRole(db, operator(liepaja), { ...entry, validFrom: municipalDay() })
    const id = await send(db, liepaja)
    const head = await openSiteAs(db, member('head', liepaja, 'educationHead'))
    const list = await (await head('/darbs/liepaja/zinojumi?state=new')).text()
    expect(list).toContain(`/darbs/liepaja/zinojumi/${id}`)
    const given = await head(`/darbs/liepaja/zinojumi/${id}`, {
      act: 'assign',
      account: 'anna',
      _version: '1',
    })
    expect(given.status).toBe(303)
    const anna = await openSiteAs(db, member('anna', liepaja, 'educationSpecialist'))
    expect(await (await anna('/darbs')).text()).toContain('Interešu izglītība')
    expect(await (await anna('/darbs/liepaja/zinojumi?whose=mine')).text()).toContain(id)
    const answered = await anna(`/darbs/liepaja/zinojumi/${id}`, {
      act: 'answer',
      answer: ANSWER,
      _version: '2',
    })
    expect(answered.status).toBe(303)
    expect(await (await anna('/darbs')).text()).not.toContain('Interešu izglītība')
    const page = await (await anna(`/darbs/liepaja/zinojumi/${id}`)).text()
    expect(page).toContain(ANSWER)
    expect(page).toContain('E-pasts nav norādīts')
  })

  test('is given to nobody who may not read it: it may name people', async ({ db, liepaja }) => {
    const id = await send(db, liepaja)
    const head = await openSiteAs(db, member('head', liepaja, 'educationHead'))
    const address = `/darbs/liepaja/zinojumi/${id}`
    const refused = await head(address, { act: 'assign', account: 'stranger', _version: '1' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Šim cilvēkam nav tiesību lasīt ziņojumus')
    const { rows } = await readAs(db, operator(liepaja), (tx) =>
      sql`select id from work.task where account_id = 'stranger'`.execute(tx),
    )
    expect(rows).toEqual([])
    // Whoever may answer it may always take it on.
    expect((await head(address, { act: 'assign', account: 'head', _version: '1' })).status).toBe(303)
  })

  test('is answered by a letter in its own language, and its contact goes nowhere else', async ({
    db,
    liepaja,
  }) => {
    const letters: Letter[] = []
    await startPost(db, async (letter) => void letters.push(letter))
    const id = await send(db, liepaja, { contact: 'reader@example.lv', language: 'en' })
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationSpecialist'))
    expect(await (await ask(`/darbs/liepaja/zinojumi/${id}`)).text()).toContain('reader@example.lv')
    await ask(`/darbs/liepaja/zinojumi/${id}`, { act: 'answer', answer: ANSWER, _version: '1' })
    await vi.waitFor(() => expect(letters).toHaveLength(1), patiently)
    expect(letters[0]).toMatchObject({
      to: { address: 'reader@example.lv' },
      subject: 'Answer to your message',
    })
    expect(letters[0]?.text).toContain(ANSWER)
    await vi.waitFor(
      async () =>
        expect(await (await ask(`/darbs/liepaja/zinojumi/${id}`)).text()).toContain('Vēstule ir nosūtīta'),
      patiently,
    )
    const written = await readAs(db, operator(liepaja), async (tx) => {
      const changes = await sql`select * from platform.change`.execute(tx)
      const states = await sql`select * from platform.record_revision`.execute(tx)
      return JSON.stringify([changes.rows, states.rows])
    })
    expect(written).toContain(id)
    expect(written).not.toMatch(/[\w.]+@[\w.]+\.lv/)
  })

  test('answered by two at once is answered once, and the second sees both texts', async ({
    db,
    liepaja,
  }) => {
    const letters: Letter[] = []
    await startPost(db, async (letter) => void letters.push(letter))
    const id = await send(db, liepaja, { contact: 'both@example.lv' })
    const address = `/darbs/liepaja/zinojumi/${id}`
    const [first, second] = [
      await openSiteAs(db, member('anna', liepaja, 'educationSpecialist')),
      await openSiteAs(db, member('berta', liepaja, 'educationHead')),
    ]
    const answers = await Promise.all([
      first(address, { act: 'answer', answer: 'Annas atbilde lasītājam.', _version: '1' }),
      second(address, { act: 'answer', answer: 'Bertas atbilde lasītājam.', _version: '1' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = await answers.find(({ status }) => status === 409)?.text()
    expect(late).toContain('Annas atbilde lasītājam.')
    expect(late).toContain('Bertas atbilde lasītājam.')
    await vi.waitFor(() => expect(letters).toHaveLength(1), patiently)
  })

  test('of which the letter cannot be sent stands on the first page of who answers', async ({
    db,
    liepaja,
  }) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await startPost(db, async () => {
      throw new Error('no such box')
    })
    const id = await send(db, liepaja, { contact: 'away@example.lv' })
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationSpecialist'))
    await ask(`/darbs/liepaja/zinojumi/${id}`, { act: 'answer', answer: ANSWER, _version: '1' })
    await vi.waitFor(
      async () => expect(await (await ask('/darbs')).text()).toContain('neizdevās nosūtīt'),
      patiently,
    )
    vi.restoreAllMocks()
  })

  test('leads to a correction that everybody reads, on its page, in the list and in the feed', async ({
    db,
    liepaja,
  }) => {
    const id = await send(db, liepaja)
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationSpecialist'))
    const everybody = await openBuiltSite(db)
    const correction = {
      address: '/liepaja/raditaji/14#figures',
      wrong_lv: 'Rakstījām, ka 2023. gadā bija 41 %.',
      right_lv: 'Bija 14 %.',
    }
    const publish = (typed: Record<string, string>) => ask(`/darbs/liepaja/zinojumi/${id}/labojums`, typed)
    expect((await publish({ ...correction, address: '/liepaja/nav' })).status).toBe(422)
    expect((await publish({ ...correction, wrong_en: 'It was 41 %.' })).status).toBe(422)
    const same = await publish({ ...correction, right_lv: `${correction.wrong_lv}  ` })
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('Tas pats teksts')
    const english = { wrong_en: 'It was 41 %.', right_en: 'It  was 41 %.' }
    expect((await publish({ ...correction, ...english })).status).toBe(422)
    expect((await publish(correction)).status).toBe(303)
    const list = await (await everybody('/liepaja/labojumi')).text()
    expect(list).toContain('Bija 14 %.')
    expect(list).not.toContain('anna')
    const page = await (await everybody('/liepaja/raditaji/14')).text()
    expect(page).toContain('Bija 14 %.')
    expect(await (await everybody('/liepaja/raditaji/5')).text()).not.toContain('Bija 14 %.')
    const feed = await everybody('/en/liepaja/labojumi.atom')
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(await feed.text()).toContain('Bija 14 %.')
  })

  test('is closed with a reason, and worked on by nobody who may not', async ({ db, liepaja }) => {
    const id = await send(db, liepaja, { contact: 'secret@example.lv' })
    const address = `/darbs/liepaja/zinojumi/${id}`
    const councillor = await openSiteAs(db, member('dace', liepaja, 'councilMember'))
    expect((await councillor(address)).status).toBe(404)
    expect(
      (await councillor(address, { act: 'close', reason: 'Nav mūsu dati.', _version: '1' })).status,
    ).toBe(403)
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationHead'))
    expect((await ask(address, { act: 'close', reason: '', _version: '1' })).status).toBe(422)
    expect((await ask(address, { act: 'close', reason: 'Nav mūsu dati.', _version: '1' })).status).toBe(303)
    expect(await (await ask(`/darbs/liepaja/zinojumi?state=closed`)).text()).toContain(id)
  })

  test('about pages of the country is for its administrators', async ({ db, liepaja }) => {
    const id = await send(db, COUNTRY)
    const country: User = {
      id: 'eva',
      kind: 'member',
      grants: [{ role: 'administrator', scope: { kind: 'country' } }],
    }
    const ask = await openSiteAs(db, country)
    expect(await (await ask('/darbs')).text()).toContain('/darbs/zinojumi')
    expect(await (await ask('/darbs/zinojumi')).text()).toContain(`/darbs/zinojumi/${id}`)
    const address = `/darbs/zinojumi/${id}`
    expect((await ask(address, { act: 'assign', account: 'eva', _version: '1' })).status).toBe(303)
    expect((await ask(address, { act: 'answer', answer: ANSWER, _version: '2' })).status).toBe(303)
    const head = await openSiteAs(db, member('anna', liepaja, 'educationHead'))
    expect((await head(address)).status).toBe(404)
    expect(await (await head('/darbs/zinojumi')).text()).not.toContain(id)
  })
})

test('a task about the country’s pages is seen by its account only', async ({ db }) => {
  const other: User = {
    id: 'x',
    kind: 'member',
    grants: [{ role: 'ministryReader', scope: { kind: 'country' } }],
  }
  const { rows } = await writeAs(db, other, (tx) => sql`select id from work.task`.execute(tx))
  expect(rows).toEqual([])
})
