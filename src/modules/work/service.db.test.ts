import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { forgetPastPosts } from '#platform/daily-posts.server.ts'
import { COUNTRY } from '#platform/data-version.server.ts'
import { asKeeper } from '#platform/database/keeper.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { test as base, inRollback } from '../../../tests/support/database.ts'
import { eraseOverdueContacts, listReports, markClosed, REPORTS_A_DAY, sendReport } from './service.server.ts'

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
    await sendReport(db, reportTo(liepaja, { content: 'Pirmais ziņojums' }), new Date('2026-03-01T10:00:00Z'))
    await sendReport(
      db,
      reportTo(liepaja, { content: 'Otrais ziņojums', contact: 'ilze@example.lv' }),
      new Date('2026-03-02T10:00:00Z'),
    )
    const [second, first] = await list(db, liepaja)
    expect(second).toMatchObject({
      content: 'Otrais ziņojums',
      contact: 'ilze@example.lv',
      state: 'new',
      kind: 'figure',
      place: { address: '/liepaja/raditaji/14#figures', title: 'Pirmsskola · Liepāja' },
      sentAt: new Date('2026-03-02T10:00:00Z'),
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

  test('is closed once, by who may', async ({ db, liepaja }) => {
    const report = reportTo(liepaja)
    await sendReport(db, report)
    const stranger = operator(COUNTRY)
    await expect(markClosed(db, stranger, liepaja, report.once)).rejects.toMatchObject({ status: 403 })
    await expect(listReports(db, stranger, liepaja)).rejects.toMatchObject({ status: 403 })
    await markClosed(db, operator(liepaja), liepaja, report.once)
    const closed = (await list(db, liepaja)).find(({ id }) => id === report.once)
    expect(closed?.state).toBe('closed')
    await expect(markClosed(db, operator(liepaja), liepaja, report.once)).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('the public', () => {
  test.for([
    'select 1 from work.report',
    'select 1 from identity.report_contact',
    'select 1 from platform.post_count',
    'select 1 from platform.post_key',
    "update work.report set state = 'closed'",
    'delete from work.report',
    'delete from identity.report_contact',
    `insert into work.report (municipality_id, id, kind, content, language)
      values (gen_random_uuid(), gen_random_uuid(), 'other', 'Kas cits sakāms', 'lv') returning content`,
    `insert into work.report (municipality_id, id, kind, content, language, is_public)
      values (gen_random_uuid(), gen_random_uuid(), 'other', 'Kas cits sakāms', 'lv', true)`,
    "insert into platform.post_count values (current_date, '\\x00', 1)",
  ])('may not %s', async (statement, { db }) => {
    const attempt = inRollback(db, THE_PUBLIC, (tx) => sql.raw(statement).execute(tx))
    await expect(attempt).rejects.toMatchObject(DENIED)
  })
})

describe('the keeper', () => {
  test('erases a contact on its day and sees none before', async ({ db, liepaja }) => {
    const old = reportTo(liepaja, { contact: 'old@example.lv' })
    const fresh = reportTo(liepaja, { contact: 'fresh@example.lv' })
    await sendReport(db, old, new Date(Date.now() - 366 * 24 * 60 * 60 * 1000))
    await sendReport(db, fresh)
    const { rows } = await asKeeper(db, (tx) =>
      sql<{ contact: string }>`select contact from identity.report_contact`.execute(tx),
    )
    expect(rows.map(({ contact }) => contact)).toContain('old@example.lv')
    expect(rows.map(({ contact }) => contact)).not.toContain('fresh@example.lv')

    expect(await eraseOverdueContacts(db, new Date())).toBeGreaterThanOrEqual(1)
    const contacts = new Map((await list(db, liepaja)).map(({ id, contact }) => [id, contact]))
    expect(contacts.get(old.once)).toBeNull()
    expect(contacts.get(fresh.once)).toBe('fresh@example.lv')
    expect(await eraseOverdueContacts(db, new Date())).toBe(0)
  })

  test('reads no report, and takes nothing that is not overdue', async ({ db }) => {
    await expect(asKeeper(db, (tx) => sql`select 1 from work.report`.execute(tx))).rejects.toMatchObject(
      DENIED,
    )
    const { numAffectedRows } = await asKeeper(db, (tx) =>
      sql`delete from identity.report_contact where erase_on > current_date`.execute(tx),
    )
    expect(numAffectedRows ?? 0n).toBe(0n)
  })

  test('keeps neither an address nor, after the day, anything that could lead to one', async ({ db }) => {
    const report = { ...reportTo(COUNTRY), clientAddress: '203.0.113.77' }
    const day = new Date('2027-01-01T12:00:00Z')
    await sendReport(db, report, day)
    const rows = await asKeeper(db, (tx) =>
      sql<{ text: string }>`select encode(visitor, 'escape') || encode(visitor, 'hex') as text
        from platform.post_count where day = '2027-01-01'`.execute(tx),
    )
    expect(rows.rows).toHaveLength(1)
    expect(rows.rows[0]?.text).not.toContain('203.0.113.77')

    await forgetPastPosts(db, new Date('2027-01-02T00:00:01Z'))
    const left = await asKeeper(db, (tx) =>
      sql<{ count: number }>`select (select count(*) from platform.post_count where day <= '2027-01-01')
        + (select count(*) from platform.post_key where day <= '2027-01-01') as count`.execute(tx),
    )
    expect(left.rows[0]?.count).toBe(0)
  })
})
