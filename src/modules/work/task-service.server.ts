import { v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Place } from '#platform/rights/scope.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { notify } from './notify.service.server.ts'
import type { TaskEntry, TaskState } from './task.ts'
import { findOpenTasksOfKind, findTask, findTasksAt } from './task-store.server.ts'
import type { TaskTables } from './task-tables.server.ts'

const target = { table: 'work.task', key: ['id'], hasId: true } as const
const written = { stream: 'messages', origin: 'form', isPublic: false } as const

/** Gives somebody a task. Answers its id. */
export async function giveTask(db: Database, user: User, entry: TaskEntry): Promise<string> {
  demand(user, 'work.task.edit', entry)
  const { municipalityId, kind } = entry
  const intent = { ...written, municipalityId, action: 'task.given', subject: kind, at: new Date() }
  const { result } = await inChange(db, user, intent, (tx, change) => addTask(tx, change, entry), {
    municipalityId,
  })
  return result
}

/** Adds a task under a change that is being written, where a module asks for something as it writes. */
export async function addTask(tx: DatabaseTransaction, change: Change, entry: TaskEntry): Promise<string> {
  const { id = uuidv7() } = entry
  await addTasks(tx, change, [{ ...entry, id }])
  return id
}

/** Adds tasks under a change that is being written, however many people are asked. */
export async function addTasks(tx: DatabaseTransaction, change: Change, entries: readonly TaskEntry[]) {
  const given = entries.map((entry) => ({ ...entry, id: entry.id ?? uuidv7() }))
  const rows = given.map((entry) => ({
    id: entry.id,
    account_id: entry.accountId,
    institution_id: entry.institutionId ?? null,
    group_id: entry.groupId ?? null,
    person_id: entry.personId ?? null,
    kind: entry.kind,
    subject: entry.subject,
    address: entry.address,
    due_on: entry.dueOn,
    state: 'open' as const,
  }))
  await revise(tx, change, target, rows)
  const told = given.map(({ id, accountId, subject, address, dueOn }) => ({
    accountId,
    kind: 'work.taskGiven' as const,
    subject,
    address,
    dueOn,
    taskId: id,
  }))
  await notify(tx, change, ...told)
}

/**
 * Gives the open tasks of a kind that are done at some addresses another last day, under a change that is being
 * written, and tells those who have them.
 *
 * @param subject what they are told, by the task's own words
 */
export async function moveTasks(
  tx: DatabaseTransaction,
  change: Change,
  { kind, addresses, dueOn }: { kind: string; addresses: ReadonlySet<string>; dueOn: string },
  subject: (task: string) => string,
) {
  const open = await findOpenTasksOfKind(tx, change.municipalityId, kind)
  const moved = open.filter(({ address, due_on }) => addresses.has(address ?? '') && due_on !== dueOn)
  await revise(
    tx,
    change,
    target,
    moved.map((row) => ({ ...row, due_on: dueOn })),
  )
  const told = moved.map((row) => ({
    accountId: row.account_id,
    kind: 'work.news' as const,
    subject: subject(row.subject),
    address: row.address,
    dueOn,
    taskId: row.id,
  }))
  await notify(tx, change, ...told)
}

/** Takes back the open tasks of a kind that are done at some addresses, under a change that is being written. */
export async function withdrawTasks(
  tx: DatabaseTransaction,
  change: Change,
  { kind, addresses }: { kind: string; addresses: ReadonlySet<string> },
) {
  const open = await findOpenTasksOfKind(tx, change.municipalityId, kind)
  const taken = open.filter(({ address }) => addresses.has(address ?? ''))
  await revise(
    tx,
    change,
    target,
    taken.map((row) => ({ ...row, state: 'withdrawn' as const })),
  )
}

type Ended = { kind?: string; address: string; state: Exclude<TaskState, 'open'>; accountId?: string }

/**
 * Ends whatever open tasks are done at an address, of one kind or of any, of one account or of any, under a change that
 * is being written: it is done, or it is another's now.
 */
export async function endTasks(
  tx: DatabaseTransaction,
  change: Change,
  { kind, address, state, accountId }: Ended,
) {
  const found = await findTasksAt(tx, change.municipalityId, address, kind)
  const rows = found.filter((row) => accountId === undefined || row.account_id === accountId)
  await revise(
    tx,
    change,
    target,
    rows.map((row) => ({ ...row, state })),
  )
}

/**
 * Brings the open tasks of a kind at some addresses in line with who is to do them by when, under a change that is being
 * written: gives what is missing, moves what is due on another day, takes back what is no longer wanted.
 *
 * @param done accounts that have done what is no longer wanted of them, so that theirs is not taken back but done
 * @returns ids of tasks by account and address joined with a space, and which of them are new
 */
export async function keepTasks(
  tx: DatabaseTransaction,
  change: Change,
  kind: string,
  {
    addresses,
    wanted,
    done = new Set(),
  }: { addresses: ReadonlySet<string>; wanted: readonly TaskEntry[]; done?: ReadonlySet<string> },
): Promise<{ ids: Map<string, string>; added: Set<string> }> {
  const open = (await findOpenTasksOfKind(tx, change.municipalityId, kind)).filter(
    ({ address }) => address !== null && addresses.has(address),
  )
  const nameOf = (accountId: string, address: string | null) => `${accountId} ${address}`
  const byName = new Map(open.map((row) => [nameOf(row.account_id, row.address), row]))
  const ids = new Map<string, string>()
  const added = new Set<string>()
  const moved = []
  for (const entry of wanted) {
    const name = nameOf(entry.accountId, entry.address)
    const row = byName.get(name)
    if (row) {
      byName.delete(name)
      moved.push({ ...row, due_on: entry.dueOn })
    } else added.add(name)
    ids.set(name, row?.id ?? (await addTask(tx, change, entry)))
  }
  const dropped = [...byName.values()].map((row) => ({
    ...row,
    state: done.has(row.account_id) ? ('done' as const) : ('withdrawn' as const),
  }))
  await revise(tx, change, target, [...moved, ...dropped])
  return { ids, added }
}

/**
 * Finishes a task, which whoever has it may do, or takes it back, which is for those who give tasks.
 *
 * @returns false when the user has or sees no such open task
 */
export async function closeTask(
  db: Database,
  user: User,
  municipalityId: string,
  id: string,
  state: Exclude<TaskState, 'open'>,
): Promise<boolean> {
  const intent = { ...written, municipalityId, action: `task.${state}`, subject: id, at: new Date() }
  const close = async (tx: DatabaseTransaction, change: Change) => {
    const row = await findTask(tx, municipalityId, id)
    if (row?.state !== 'open') return
    const isOwn = row.account_id === user.id && state === 'done'
    if (!isOwn) demand(user, 'work.task.edit', placeOf(municipalityId, row))
    await revise(tx, change, target, [{ ...row, state }])
  }
  const { changed } = await inChange(db, user, intent, close, { municipalityId })
  return changed > 0
}

/** Finishes all open tasks of a kind in a municipality, under a change that is being written: what they asked for is done. */
export async function finishTasks(
  tx: DatabaseTransaction,
  change: Change,
  municipalityId: string,
  kind: string,
): Promise<void> {
  const rows = await findOpenTasksOfKind(tx, municipalityId, kind)
  const done = rows.map((row) => ({ ...row, state: 'done' as const }))
  await revise(tx, change, target, done)
}

type Placed = Pick<TaskTables['work.task'], 'institution_id' | 'group_id' | 'person_id'>

function placeOf(municipalityId: string, row: Placed): Place {
  return {
    municipalityId,
    ...(row.institution_id === null ? {} : { institutionId: row.institution_id }),
    ...(row.group_id === null ? {} : { groupId: row.group_id }),
    ...(row.person_id === null ? {} : { personId: row.person_id }),
  }
}
