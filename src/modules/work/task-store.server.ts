import type { Db } from '#platform/database/types.server.ts'
import type { Task } from './task.ts'
import type { TaskTables } from './task-tables.server.ts'

type Own = Db<TaskTables>

/** Tasks that wait for an account, those due first before those without a day. */
export async function findOpenTasks(db: Own, accountId: string): Promise<Task[]> {
  const rows = await db
    .selectFrom('work.task')
    .select(['id', 'municipality_id', 'kind', 'subject', 'address', 'due_on', 'state'])
    .where('account_id', '=', accountId)
    .where('state', '=', 'open')
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    municipalityId: row.municipality_id,
    kind: row.kind,
    subject: row.subject,
    address: row.address,
    dueOn: row.due_on,
    state: row.state,
  }))
}

/** Open tasks of a municipality that are due on one of these days, without those of some kinds. */
export async function findTasksDue(
  db: Own,
  municipalityId: string,
  days: readonly string[],
  { without }: { without: readonly string[] },
) {
  const rows = await db
    .selectFrom('work.task')
    .select(['id', 'account_id', 'subject', 'address', 'due_on'])
    .where('municipality_id', '=', municipalityId)
    .where('state', '=', 'open')
    .where('due_on', 'in', days)
    .$if(without.length > 0, (query) => query.where('kind', 'not in', without))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    subject: row.subject,
    address: row.address,
    dueOn: row.due_on ?? '',
  }))
}

/** One task as it is kept; undefined where there is none that the reader may see. */
export function findTask(db: Own, municipalityId: string, id: string) {
  return db
    .selectFrom('work.task')
    .select(['id', 'account_id', 'institution_id', 'group_id', 'person_id', 'kind', 'subject', 'address'])
    .select(['due_on', 'state'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Open tasks of a kind in a municipality, whoever has them, as they are kept. */
export const findOpenTasksOfKind = (db: Own, municipalityId: string, kind: string) =>
  openOf(db, municipalityId, kind).execute()

/** Open tasks that are done at an address, of one kind or of any, as they are kept. */
export function findTasksAt(db: Own, municipalityId: string, address: string, kind?: string) {
  const open = kind === undefined ? openIn(db, municipalityId) : openOf(db, municipalityId, kind)
  return open.where('address', '=', address).execute()
}

const openOf = (db: Own, municipalityId: string, kind: string) =>
  openIn(db, municipalityId).where('kind', '=', kind)

const openIn = (db: Own, municipalityId: string) =>
  db
    .selectFrom('work.task')
    .select(['id', 'account_id', 'institution_id', 'group_id', 'person_id', 'kind', 'subject', 'address'])
    .select(['due_on', 'state'])
    .where('municipality_id', '=', municipalityId)
    .where('state', '=', 'open')
    .orderBy('id')

/** Every task that an account has or had, for its own export. */
export function findTasksOf(db: Own, accountId: string) {
  return db
    .selectFrom('work.task')
    .select(['municipality_id', 'kind', 'subject', 'due_on', 'state', 'changed_at'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
}
