import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { forgetPastPosts } from '#platform/daily-posts.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Capability } from '#platform/rights/capabilities.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY, findDataVersions } from '#platform/write/data-version.server.ts'
import { ageContact } from '../../../tests/support/age-contact.ts'
import { test as base, inRollback } from '../../../tests/support/database.ts'
import {
  eraseOverdueContacts,
  listReports,
  markClosed,
  REPORTS_A_DAY,
  sendReport,
} from './report-service.server.ts'

const test = base.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  if (!municipality) throw new Error('Liepāja is not loaded')
  return municipality.id
})

/** Each visitor of these tests has an address of their own. */
let visitors = 0
const somebody = () => `198.51.${visitors++ >> 8}.${visitors & 255}`

function reportTo(municipalityId: string, entry: { content?: string; contact?: string } = {}) {
  return {
    municipalityId,
    once: uuidv7(),
    entry: { kind: 'figure' as const, content: 'Skaitlis nav pareizs.', ...entry },
    place: { address: '/liepaja/raditaji/14#figures', title: 'Pirmsskola · Liepāja' },
    language: 'lv' as const,
    clientAddress: somebody(),
  }
}

const list = (db: Database, municipalityId: string) =>
  listReports(db, operator(municipalityId), municipalityId)
const DENIED = { code: '42501' }

describe('a report', () => {
  test('reaches who answers for the municipality, the newest first, with its contact', async ({
    db,
    liepaja,
  }) => {
    await sendReport(db, reportTo(liepaja, { content: 'Pirmais ziņojums' }))
    await sendReport(db, reportTo(liepaja, { content: 'Otrais ziņojums', contact: 'ilze@example.lv' }))
    const [second, first] = await list(db, liepaja)
    expect(second).toMatchObject({
      content: 'Otrais ziņojums',
      contact: 'ilze@example.lv',
      state: 'new',
      kind: 'figure',
      place: { address: '/liepaja/raditaji/14#figures', title: 'Pirmsskola · Liepāja' },
      sentAt: expect.any(Date),
    })
    expect(first).toMatchObject({ content: 'Pirmais ziņojums', contact: null })
    expect((await list(db, COUNTRY)).map(({ content }) => content)).not.toContain('Otrais ziņojums')
  })

  test('sent twenty times at once is there once and counts once', async ({ db }) => {
    const report = reportTo(COUNTRY, { contact: '+371 29 123 456' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendReport(db, report)))
    expect(answers).toEqual(Array(20).fill({}))
    const found = await list(db, COUNTRY)
    expect(found.filter(({ id }) => id === report.once)).toHaveLength(1)
    for (let count = 1; count < REPORTS_A_DAY; count += 1) {
      expect(await sendReport(db, { ...report, once: uuidv7() })).toEqual({})
    }
    expect(await sendReport(db, { ...report, once: uuidv7() })).toEqual({ problem: 'work.report.tooMany' })
  })

  test('that is one too many leaves nothing, and tomorrow is another day', async ({ db }) => {
    const report = reportTo(COUNTRY)
    const today = new Date('2026-05-01T23:59:00Z')
    for (let count = 0; count < REPORTS_A_DAY; count += 1) {
      await sendReport(db, { ...report, once: uuidv7() }, today)
    }
    const surplus = { ...report, once: uuidv7() }
    expect(await sendReport(db, surplus, today)).toEqual({ problem: 'work.report.tooMany' })
    expect((await list(db, COUNTRY)).map(({ id }) => id)).not.toContain(surplus.once)
    expect(await sendReport(db, surplus, new Date('2026-05-02T00:00:10Z'))).toEqual({})
  })

  test('leaves the public pages as fresh as they are, when it is sent and when it is closed', async ({
    db,
    liepaja,
  }) => {
    const version = async () => (await readAs(db, THE_PUBLIC, findDataVersions)).get(liepaja)
    const before = await version()
    const report = reportTo(liepaja)
    await sendReport(db, report)
    await markClosed(db, operator(liepaja), liepaja, report.once)
    expect(await version()).toBe(before)
  })

  test('is closed once, by who may, and the journal knows by whom', async ({ db, liepaja }) => {
    const report = reportTo(liepaja)
    await sendReport(db, report)
    const stranger = operator(COUNTRY)
    await expect(markClosed(db, stranger, liepaja, report.once)).rejects.toMatchObject({ status: 403 })
    await expect(listReports(db, stranger, liepaja)).rejects.toMatchObject({ status: 403 })
    await markClosed(db, operator(liepaja), liepaja, report.once)
    const closed = (await list(db, liepaja)).find(({ id }) => id === report.once)
    expect(closed?.state).toBe('closed')
    const { rows } = await readAs(db, operator(liepaja), (tx) =>
      sql`select c.action, c.actor from work.report r
        join platform.change c on c.municipality_id = r.municipality_id and c.id = r.change_id
        where r.id = ${report.once}`.execute(tx),
    )
    expect(rows).toEqual([{ action: 'report.closed', actor: 'operator' }])
    await expect(markClosed(db, operator(liepaja), liepaja, report.once)).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('the public', () => {
  test.for([
    'select 1 from work.report',
    'select 1 from identity.report_contact',
    'select 1 from platform.post',
    'select 1 from platform.post_key',
    "update work.report set state = 'closed'",
    'delete from work.report',
    'delete from identity.report_contact',
    `insert into work.report (municipality_id, id, kind, content, language)
      values (gen_random_uuid(), gen_random_uuid(), 'other', 'Kas cits sakāms', 'lv') returning content`,
    `insert into work.report (municipality_id, id, kind, content, language, sent_at)
      values (gen_random_uuid(), gen_random_uuid(), 'other', 'Kas cits sakāms', 'lv', now())`,
    `insert into identity.report_contact (municipality_id, report_id, contact, erase_on)
      values (gen_random_uuid(), gen_random_uuid(), 'ilze@example.lv', 'infinity')`,
    "insert into platform.post values (current_date, '\\x00', gen_random_uuid())",
  ])('may not %s', async (statement, { db }) => {
    const attempt = inRollback(db, THE_PUBLIC, (tx) => sql.raw(statement).execute(tx))
    await expect(attempt).rejects.toMatchObject(DENIED)
  })
})

describe('who answers', () => {
  test.for([
    "update work.report set content = 'Pavisam kas cits'",
    'delete from work.report',
    `insert into work.report (municipality_id, id, kind, content, language)
      values (gen_random_uuid(), gen_random_uuid(), 'other', 'Kas cits sakāms', 'lv')`,
    "update identity.report_contact set contact = 'cits@example.lv'",
  ])('may not %s', async (statement, { db }) => {
    const attempt = inRollback(db, operator(), (tx) => sql.raw(statement).execute(tx))
    await expect(attempt).rejects.toMatchObject(DENIED)
  })

  test('neither sees nor erases the contacts of others', async ({ db, liepaja }) => {
    await sendReport(db, reportTo(liepaja, { contact: 'ilze@example.lv' }))
    const elsewhere = operator(COUNTRY)
    expect(await readAs(db, elsewhere, findContacts)).not.toContain('ilze@example.lv')
    const erased = await inRollback(db, operator(liepaja), (tx) => eraseAll(tx))
    expect(erased).toBe(0n)
  })
})

describe('the process itself', () => {
  /** What the process may do in the country with this capability alone. */
  const asProcess = <Result>(
    db: Database,
    capability: Capability,
    work: (tx: DatabaseTransaction) => Promise<Result>,
  ) => writeAs(db, operator(), work, { capabilities: [capability] })

  test('erases a contact on its day and sees none before', async ({ open, db, liepaja }) => {
    const old = reportTo(liepaja, { contact: 'old@example.lv' })
    const fresh = reportTo(liepaja, { contact: 'fresh@example.lv' })
    await sendReport(db, old)
    await sendReport(db, fresh)
    await ageContact(open, old.once)
    expect(await asProcess(db, 'work.contact.erase', findContacts)).toEqual(['old@example.lv'])

    expect(await eraseOverdueContacts(db)).toBe(1)
    const contacts = new Map((await list(db, liepaja)).map(({ id, contact }) => [id, contact]))
    expect(contacts.get(old.once)).toBeNull()
    expect(contacts.get(fresh.once)).toBe('fresh@example.lv')
    expect(await eraseOverdueContacts(db)).toBe(0)
  })

  test('keeps a contact for twelve months', async ({ open, db, liepaja }) => {
    const report = reportTo(liepaja, { contact: 'ilze@example.lv' })
    await sendReport(db, report)
    const { rows } = await readAs(db, operator(liepaja), (tx) =>
      sql`select erase_on = (current_date + interval '12 months')::date as is_then
        from identity.report_contact where report_id = ${report.once}`.execute(tx),
    )
    expect(rows).toEqual([{ is_then: true }])
    await ageContact(open, report.once, 1)
    expect(await eraseOverdueContacts(db)).toBe(0)
  })

  test('reads no report to erase a contact', async ({ db, liepaja }) => {
    await sendReport(db, reportTo(liepaja))
    const { rows } = await asProcess(db, 'work.contact.erase', (tx) =>
      sql`select 1 from work.report`.execute(tx),
    )
    expect(rows).toEqual([])
  })

  test('keeps neither an address nor, after the day, anything that could lead to one', async ({ db }) => {
    const report = { ...reportTo(COUNTRY), clientAddress: '203.0.113.77' }
    const day = new Date('2027-01-01T12:00:00Z')
    await sendReport(db, report, day)
    const rows = await asProcess(db, 'platform.post.count', (tx) =>
      sql<{ text: string }>`select encode(visitor, 'escape') || encode(visitor, 'hex') as text
        from platform.post where day = '2027-01-01'`.execute(tx),
    )
    expect(rows.rows).toHaveLength(1)
    expect(rows.rows[0]?.text).not.toContain('203.0.113.77')

    await forgetPastPosts(db, new Date('2027-01-02T00:00:01Z'))
    const left = await asProcess(db, 'platform.post.count', (tx) =>
      sql<{ count: number }>`select (select count(*) from platform.post where day <= '2027-01-01')
        + (select count(*) from platform.post_key where day <= '2027-01-01') as count`.execute(tx),
    )
    expect(left.rows[0]?.count).toBe(0)
  })
})

async function findContacts(tx: DatabaseTransaction) {
  const { rows } = await sql<{ contact: string }>`select contact from identity.report_contact`.execute(tx)
  return rows.map(({ contact }) => contact)
}

async function eraseAll(tx: DatabaseTransaction) {
  const { numAffectedRows } = await sql`delete from identity.report_contact`.execute(tx)
  return numAffectedRows
}
