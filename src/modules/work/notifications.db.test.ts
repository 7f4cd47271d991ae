import { describe, expect } from 'vitest'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { openSiteAs } from '../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { openPostBox } from '../../../tests/support/post-box.ts'
import { findNotifications } from './notification-store.server.ts'
import { chooseLetters, markRead, notify } from './notify.service.server.ts'
import { remindOfTasks } from './remind.server.ts'
import { closeTask, giveTask } from './task-service.server.ts'

const slug = 'liepaja'
/** A municipality with two people who have accounts, as the accounts keep them. */
const test = databaseTest.extend('town', { scope: 'file', auto: true }, async ({ db }) => {
  const { id } = await readAs(db, operator(), (tx) =>
    tx.selectFrom('registry.municipality').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
  )
  const holder = (account_id: string, language: 'lv' | 'en', ended_on: string | null = null) => ({
    account_id,
    name: `${account_id} Ābele`,
    language,
    ended_on,
    is_accepted: true,
  })
  const intent: Intent = {
    municipalityId: id,
    stream: 'people',
    origin: 'command',
    action: 'account.planted',
    subject: 'test',
    isPublic: false,
    at: new Date(),
  }
  await inChange(db, operator(id), intent, async (tx, change) => {
    await revise(tx, change, { table: 'platform.account_holder', key: ['account_id'] }, [
      holder('anna', 'lv'),
      holder('bob', 'en'),
      holder('gita', 'lv'),
      holder('gone', 'lv', '2020-01-01'),
    ])
    await revise(
      tx,
      change,
      { table: 'platform.account_address', key: ['account_id'] },
      ['anna', 'bob', 'gone'].map((account_id) => ({ account_id, email: `${account_id}@liepaja.example` })),
    )
  })
  return id
})

const member = (id: string, municipalityId: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId } }],
})
const { letters: sent, sendAll } = openPostBox()
const give = (
  db: Database,
  municipalityId: string,
  accountId: string,
  subject: string,
  dueOn: string | null = null,
) =>
  giveTask(db, member('chief', municipalityId), {
    municipalityId,
    accountId,
    kind: 'collection.submission',
    subject,
    address: '/darbs/dati',
    dueOn,
  })

describe('who is told something', () => {
  test('gets one letter in their language, with where to do it and how to sign out', async ({ db, town }) => {
    await give(db, town, 'anna', 'Jāiesniedz skaitļi par šķūņiem', '2026-12-24')
    await give(db, town, 'bob', 'Figures are due')
    await sendAll(db, town, 'anna')
    await sendAll(db, town, 'anna')
    await sendAll(db, town, 'bob')
    expect(sent.map(({ to, subject }) => [to.address, subject])).toEqual([
      ['anna@liepaja.example', 'Jauns uzdevums: Jāiesniedz skaitļi par šķūņiem'],
      ['bob@liepaja.example', 'New task: Figures are due'],
    ])
    expect(sent[0]?.text).toContain('24. decembris')
    expect(sent[0]?.text).toContain('https://izaugsme.example/darbs/dati')
    expect(sent[1]?.text).toContain('https://izaugsme.example/en/darbs/dati')
    expect(sent[0]?.signOut).toMatch(/^https:\/\/izaugsme\.example\/zinot\/atrakstities\?zime=/)
  })

  test('gets no letter of what is done, read, undone, or of what they did themselves', async ({
    db,
    town,
  }) => {
    const done = await give(db, town, 'carl', 'Done meanwhile')
    expect(await closeTask(db, member('carl', town), town, done, 'done')).toBe(true)
    await give(db, town, 'chief', 'To myself')
    const toAnna = { accountId: 'dora', kind: 'work.news', subject: 'a' } as const
    await writeAs(db, member('chief', town), async (tx) => {
      await notify(tx, { municipalityId: town, who: 'chief' }, toAnna)
      throw new Error('undone')
    }).catch(() => undefined)
    for (const account of ['carl', 'chief', 'dora']) await sendAll(db, town, account)
    expect(sent).toEqual([])
    const told = await readAs(db, member('dora', town), (tx) => findNotifications(tx, 'dora'))
    expect(told).toEqual([])
  })

  test('gets no letters any more after leaving', async ({ db, town }) => {
    await give(db, town, 'gone', 'Too late')
    await sendAll(db, town, 'gone')
    expect(sent).toEqual([])
  })

  test('sees it in the application, alone, and marks it read', async ({ db, town }) => {
    await give(db, town, 'erna', 'Tikai Ernai')
    const asErna = await openSiteAs(db, member('erna', town))
    expect(await (await asErna('/darbs/zinas')).text()).toContain('Tikai Ernai')
    const asAnna = await openSiteAs(db, member('anna', town))
    expect(await (await asAnna('/darbs/zinas')).text()).not.toContain('Tikai Ernai')
    expect(await markRead(db, member('anna', town), 'all')).toBeGreaterThanOrEqual(0)
    expect((await asErna('/darbs/zinas', { what: 'read' })).status).toBe(303)
    const told = await readAs(db, member('erna', town), (tx) => findNotifications(tx, 'erna'))
    expect(told.map(({ isRead }) => isRead)).toEqual([true])
  })
})

describe('letters', () => {
  test('of an optional kind are chosen on a page; those of security always come', async ({ db, town }) => {
    const asBob = await openSiteAs(db, member('bob', town))
    expect(
      (await asBob('/en/darbs/zinas', { what: 'letters', 'work.news': 'on' })).headers.get('location'),
    ).toBe('/en/darbs/zinas?saglabats=1')
    await writeAs(db, member('chief', town), (tx) =>
      notify(
        tx,
        { municipalityId: town, who: 'chief' },
        { accountId: 'bob', kind: 'work.taskGiven', subject: 'unwanted' },
        { accountId: 'bob', kind: 'work.news', subject: 'wanted' },
        { accountId: 'bob', kind: 'work.security', subject: 'password changed' },
      ),
    )
    await sendAll(db, town, 'bob')
    expect(sent.map(({ subject }) => subject.replace(/^.*: /, '')).toSorted()).toEqual([
      'password changed',
      'wanted',
    ])
    expect(sent.find(({ kind }) => kind === 'work.security')?.signOut).toBeUndefined()
    await chooseLetters(
      db,
      member('bob', town),
      new Set(['work.taskGiven', 'work.news', 'work.taskDue', 'work.result']),
    )
  })

  test('are signed out of by their link, without signing in, and only by a post', async ({ db, town }) => {
    await give(db, town, 'anna', 'Viens')
    await sendAll(db, town, 'anna')
    const link = new URL(sent[0]?.signOut ?? '')
    const ask = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const page = await ask(link.pathname + link.search)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Jauns uzdevums')
    await give(db, town, 'anna', 'Divi')
    await sendAll(db, town, 'anna')
    expect(sent).toHaveLength(2)
    const answer = await ask(link.pathname + link.search, { 'List-Unsubscribe': 'One-Click' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/zinot/atrakstities?izdarits=1'])
    await give(db, town, 'anna', 'Trīs')
    await sendAll(db, town, 'anna')
    expect(sent).toHaveLength(2)
  })

  test('are not signed out of by a link that was altered', async ({ db, town }) => {
    await writeAs(db, member('chief', town), (tx) =>
      notify(
        tx,
        { municipalityId: town, who: 'chief' },
        { accountId: 'bob', kind: 'work.news', subject: 'news' },
      ),
    )
    await sendAll(db, town, 'bob')
    const mark = new URL(sent[0]?.signOut ?? '').searchParams.get('zime') ?? ''
    const ofAnna = Buffer.from(JSON.stringify(['anna', 'work.news'])).toString('base64url')
    const ask = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    for (const wrong of [
      'x',
      `${ofAnna}.${mark.split('.')[1]}`,
      `${mark}x`,
      `${mark}.${mark}`,
      mark.toLowerCase(),
    ])
      expect((await ask(`/zinot/atrakstities?zime=${wrong}`, {})).status).toBe(404)
  })
})

describe('a deadline', () => {
  const now = new Date('2027-03-01T05:00:00Z')

  test('is reminded of a week and a day before, once, unless it is done', async ({ db, town }) => {
    await give(db, town, 'fred', 'Nedēļa', '2027-03-08')
    await give(db, town, 'fred', 'Diena', '2027-03-02')
    await give(db, town, 'fred', 'Nekad', '2027-03-05')
    await remindOfTasks(db, now)
    await remindOfTasks(db, now)
    const told = async () =>
      (await readAs(db, member('fred', town), (tx) => findNotifications(tx, 'fred')))
        .filter(({ kind }) => kind === 'work.taskDue')
        .map(({ subject }) => subject)
        .toSorted()
    expect(await told()).toEqual(['Diena', 'Nedēļa'])
    await remindOfTasks(db, new Date('2027-03-07T05:00:00Z'))
    expect(await told()).toEqual(['Diena', 'Nedēļa', 'Nedēļa'])
  })

  test('is in the calendar of whoever has it, under an address that can be made anew', async ({
    db,
    town,
  }) => {
    await give(db, town, 'gita', 'Termiņš, svarīgs', '2027-05-31')
    const asGita = await openSiteAs(db, member('gita', town))
    const feedOf = async () =>
      /value="http:\/\/localhost(\/darbs\/kalendars\.ics\?atslega=[\w-]+)"/.exec(
        await (await asGita('/darbs/kalendars')).text(),
      )?.[1] ?? ''
    expect(await feedOf()).toBe('')
    expect((await asGita('/darbs/kalendars', {})).status).toBe(303)
    const first = await feedOf()
    const ask = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const feed = await ask(first)
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const calendar = await feed.text()
    expect(calendar).toContain('SUMMARY:Termiņš\\, svarīgs\r\n')
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(calendar).not.toMatch(/gita|Ābele|@liepaja/)
    await asGita('/darbs/kalendars', {})
    expect((await ask(first)).status).toBe(404)
    expect((await ask(await feedOf())).status).toBe(200)
    for (const wrong of ['', 'x', 'A'.repeat(43)])
      expect((await ask(`/darbs/kalendars.ics?atslega=${wrong}`)).status).toBe(404)
  })
})
