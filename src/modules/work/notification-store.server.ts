import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { Notification, NotificationKind } from './notification.ts'
import type { NotificationTables } from './notification-tables-store.server.ts'
import type { TaskTables } from './task-tables.server.ts'

type Own = Db<NotificationTables & TaskTables>

/** What an account was told, the newest first, what it has not seen before the rest. */
export async function findNotifications(db: Own, accountId: string, most = 50): Promise<Notification[]> {
  const rows = await db
    .selectFrom('work.notification')
    .select(['municipality_id', 'id', 'kind', 'subject', 'address', 'due_on', 'at', 'read_at'])
    .where('account_id', '=', accountId)
    .orderBy(sql`read_at is not null`)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    address: row.address,
    dueOn: row.due_on,
    at: row.at,
    isRead: row.read_at !== null,
  }))
}

/** How many things an account was told that it has not seen. */
export async function countUnread(db: Own, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('work.notification')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Notes that an account has seen something, or all of it. @returns how much */
export async function setRead(db: Own, accountId: string, ids: readonly string[] | 'all'): Promise<number> {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('work.notification')
    .set({ read_at: new Date() })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (update) => update.where('id', 'in', ids as string[]))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

type Row = Omit<NotificationTables['work.notification'], 'at' | 'read_at' | 'mailed_at'>

/** Adds things to tell, leaving out what was told once already. Whoever tells need not see what it has told. */
export async function insertNotifications(db: Own, rows: readonly Row[]) {
  if (rows.length === 0) return
  const values = rows.map((row) => ({ ...row, read_at: null, mailed_at: null }))
  await db
    .insertInto('work.notification')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What a letter is made of. */
export type ToMail = {
  accountId: string
  kind: NotificationKind
  subject: string
  address: string | null
  dueOn: string | null
  /** Task that it is about. */
  task: { kind: string; address: string | null } | null
}

/**
 * What is to be sent; undefined when it was sent or seen, or is about a task that nobody has to do any more, or
 * when the account wants no letters of its kind.
 */
export async function findToMail(
  db: Own,
  municipalityId: string,
  id: string,
  always: readonly NotificationKind[],
): Promise<ToMail | undefined> {
  const row = await db
    .selectFrom('work.notification as n')
    .leftJoin('work.task as t', (join) =>
      join.onRef('t.municipality_id', '=', 'n.municipality_id').onRef('t.id', '=', 'n.task_id'),
    )
    .leftJoin('work.mail_preference as p', (join) =>
      join.onRef('p.account_id', '=', 'n.account_id').onRef('p.kind', '=', 'n.kind'),
    )
    .select(['n.account_id', 'n.kind', 'n.subject', 'n.address', 'n.due_on'])
    .select(['t.kind as task_kind', 't.address as task_address'])
    .where('n.municipality_id', '=', municipalityId)
    .where('n.id', '=', id)
    .where('n.mailed_at', 'is', null)
    .where('n.read_at', 'is', null)
    .where(({ or, eb }) => or([eb('n.task_id', 'is', null), eb('t.state', '=', 'open')]))
    .where(({ or, eb }) =>
      or([eb('p.wants_mail', 'is', null), eb('p.wants_mail', '=', true), eb('n.kind', 'in', always)]),
    )
    .executeTakeFirst()
  return (
    row && {
      accountId: row.account_id,
      kind: row.kind,
      subject: row.subject,
      address: row.address,
      dueOn: row.due_on,
      task: row.task_kind === null ? null : { kind: row.task_kind, address: row.task_address },
    }
  )
}

/** Notes that a letter was sent. */
export async function setMailed(db: Own, municipalityId: string, id: string) {
  await db
    .updateTable('work.notification')
    .set({ mailed_at: new Date() })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute()
}

/** Forgets what was told before a moment. */
export async function deleteNotificationsBefore(db: Own, moment: Date) {
  await db.deleteFrom('work.notification').where('at', '<', moment).execute()
}

/** Kinds of which an account wants no letters. */
export async function findUnwanted(db: Own, accountId: string): Promise<Set<NotificationKind>> {
  const rows = await db
    .selectFrom('work.mail_preference')
    .select('kind')
    .where('account_id', '=', accountId)
    .where('wants_mail', '=', false)
    .execute()
  return new Set(rows.map(({ kind }) => kind))
}

/** Notes whether an account wants letters of a kind. */
export async function setWanted(db: Own, accountId: string, kind: NotificationKind, wantsMail: boolean) {
  const row = { account_id: accountId, kind, wants_mail: wantsMail, changed_at: new Date() }
  await db
    .insertInto('work.mail_preference')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'kind'])
        .doUpdateSet({ wants_mail: row.wants_mail, changed_at: row.changed_at }),
    )
    .execute()
}
