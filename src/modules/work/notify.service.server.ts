import { v7 as uuidv7 } from 'uuid'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { enqueueAll } from '#platform/jobs/enqueue.server.ts'
import type { User } from '#platform/users.ts'
import { mailNotification } from './mail-notification.server.ts'
import { type NotificationEntry, type NotificationKind, OPTIONAL_KINDS } from './notification.ts'
import { findUnwanted, insertNotifications, setRead, setWanted } from './notification-store.server.ts'

/**
 * Tells somebody something, in the application and by mail, within the transaction that makes it true: what is
 * undone is told to nobody. Nobody is told what they have just done themselves.
 */
export async function notify(
  tx: DatabaseTransaction,
  { municipalityId, who }: { municipalityId: string; who: string },
  ...entries: readonly NotificationEntry[]
): Promise<void> {
  const told = entries
    .filter(({ accountId }) => accountId !== who)
    .map((entry) => ({ id: uuidv7(), ...entry }))
  const rows = told.map(({ id, accountId, kind, subject, address, taskId, dueOn, once }) => ({
    municipality_id: municipalityId,
    id,
    account_id: accountId,
    kind,
    subject: [...subject].slice(0, 500).join(''),
    address: address ?? null,
    task_id: taskId ?? null,
    due_on: dueOn ?? null,
    once: once ?? null,
  }))
  await insertNotifications(tx, rows)
  await enqueueAll(
    tx,
    mailNotification,
    told.map(({ id }) => ({ data: { municipalityId, id } })),
  )
}

/** Notes that somebody has seen what they were told. @returns how much of it was new */
export const markRead = (db: Database, user: User, ids: readonly string[] | 'all') =>
  writeAs(db, user, (tx) => setRead(tx, user.id, ids), { capabilities: [] })

/** Kinds of which somebody wants no letters. */
export const unwantedBy = (db: Database, user: User) =>
  readAs(db, user, (tx) => findUnwanted(tx, user.id), { capabilities: [] })

/** Keeps of which kinds somebody wants letters; those that are always sent are passed over. */
export const chooseLetters = (db: Database, user: User, wanted: ReadonlySet<NotificationKind>) =>
  writeAs(
    db,
    user,
    async (tx) => {
      for (const kind of OPTIONAL_KINDS) await setWanted(tx, user.id, kind, wanted.has(kind))
    },
    { capabilities: [] },
  )
