import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { KeptRow, PersonalDataEntry, Whose } from './entry.ts'

/** Rows of an account of its own, read by SQL; none for persons, of whom the platform keeps nothing else. */
const ofAccount =
  (...queries: readonly ((accountId: string) => ReturnType<typeof sql>)[]) =>
  async (tx: DatabaseTransaction, whose: Whose): Promise<readonly KeptRow[]> => {
    if (whose.kind !== 'account') return []
    const found: KeptRow[] = []
    for (const query of queries) found.push(...((await query(whose.accountId).execute(tx)).rows as KeptRow[]))
    return found
  }

const shared = {
  basis: 'platform.personal.basis.task',
  people: 'platform.personal.people.accounts',
} as const

/** What the platform itself keeps of persons. */
export const platformEntries: readonly PersonalDataEntry[] = [
  {
    ...shared,
    key: 'platform.accounts',
    tables: [
      'accounts.user_account',
      'accounts.credential',
      'accounts.two_factor',
      'accounts.shown_code',
      'accounts.mailed_link',
      'accounts.verification',
      'platform.account_holder',
      'platform.account_address',
    ],
    title: 'platform.personal.accounts.title',
    purpose: 'platform.personal.accounts.purpose',
    fields: 'platform.personal.accounts.fields',
    retention: 'platform.personal.retention.account',
    receivers: 'platform.personal.receivers.colleagues',
    find: ofAccount(
      (
        id,
      ) => sql`select h.municipality_id, h.name, a.email, h.language, h.ended_on from platform.account_holder h
        left join platform.account_address a using (municipality_id, account_id)
        where h.account_id = ${id} order by h.municipality_id`,
    ),
    kept: 'platform.personal.kept.account',
  },
  {
    ...shared,
    key: 'platform.signIns',
    tables: ['accounts.user_session', 'accounts.failure', 'platform.security_event'],
    title: 'platform.personal.signIns.title',
    purpose: 'platform.personal.signIns.purpose',
    fields: 'platform.personal.signIns.fields',
    retention: 'platform.personal.retention.year',
    receivers: 'platform.personal.receivers.administrators',
    find: ofAccount(
      (id) => sql`select at, kind, client_address, user_agent from platform.security_event
        where account_id = ${id} order by at desc`,
    ),
    kept: 'platform.personal.kept.security',
  },
  {
    ...shared,
    key: 'platform.grants',
    tables: ['platform.role_grant'],
    title: 'platform.personal.grants.title',
    purpose: 'platform.personal.grants.purpose',
    fields: 'platform.personal.grants.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.administrators',
    find: ofAccount(
      (
        id,
      ) => sql`select municipality_id, role, scope_kind, scope_id, valid_from, valid_to from platform.role_grant
        where account_id = ${id} order by valid_from, id`,
    ),
    kept: 'platform.personal.kept.accountability',
  },
  {
    ...shared,
    key: 'platform.journal',
    tables: ['platform.change', 'platform.record_revision', 'platform.reading'],
    title: 'platform.personal.journal.title',
    purpose: 'platform.personal.journal.purpose',
    fields: 'platform.personal.journal.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.administrators',
    find: ofAccount(
      (id) => sql`select municipality_id, at, action, subject, why from platform.change
        where actor = ${id} order by at desc`,
    ),
    kept: 'platform.personal.kept.accountability',
  },
  {
    ...shared,
    key: 'platform.work',
    tables: [
      'platform.job_progress',
      'platform.upload',
      'platform.upload_file',
      'platform.draft',
      'platform.lost_post',
      'platform.draft_dataset',
    ],
    title: 'platform.personal.work.title',
    purpose: 'platform.personal.work.purpose',
    fields: 'platform.personal.work.fields',
    retention: 'platform.personal.retention.work',
    receivers: 'platform.personal.receivers.self',
    find: ofAccount(
      (id) =>
        sql`select job, state, changed_at from platform.job_progress where account_id = ${id} order by changed_at`,
      (id) => sql`select municipality_id, address, fields, at from platform.draft
        where account_id = ${id} order by at`,
      (
        id,
      ) => sql`select u.municipality_id, u.plan, u.state, u.created_at, f.name as file, length(f.content) as bytes
        from platform.upload u left join platform.upload_file f on f.municipality_id = u.municipality_id
          and f.upload_id = u.id where u.account_id = ${id} order by u.created_at, f.number`,
    ),
    kept: 'platform.personal.kept.soon',
  },
  {
    ...shared,
    key: 'platform.visitors',
    tables: ['platform.post', 'platform.post_key'],
    title: 'platform.personal.visitors.title',
    purpose: 'platform.personal.visitors.purpose',
    people: 'platform.personal.people.visitors',
    fields: 'platform.personal.visitors.fields',
    retention: 'platform.personal.retention.day',
    receivers: 'platform.personal.receivers.nobody',
  },
]
