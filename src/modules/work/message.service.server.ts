import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { CorrectionEntry } from './answer.ts'
import { mailAnswer } from './mail-answer.server.ts'
import { findMessage, type Message, moveMessage } from './message-store.server.ts'
import { isMailAddress, type Place } from './report.ts'
import { addTask, endTasks } from './task-service.server.ts'

/** Which message, and how it stood when somebody began to work on it. */
export type MessageAsked = { municipalityId: string; id: string; version: number }

/** What somebody else has done with it meanwhile. */
type Moved = { meanwhile: Message } | undefined

/** What is asked of whoever is to deal with a message. */
const TASK = 'work.message'

/** Where a message is worked on; `home` is the workplace that it belongs to. */
export const messageAddress = (home: string, id: string) => `${home}/zinojumi/${id}`

/**
 * Gives a message to somebody, who gets a task. A message may name people: it is given to nobody who may not read it.
 *
 * @param task in the words of who gives it, and where it is done
 */
export async function assignMessage(
  db: Database,
  user: User,
  asked: MessageAsked,
  { accountId, task }: { accountId: string; task: { subject: string; address: string } },
): Promise<Moved | { problem: 'work.messages.notForThem' }> {
  const isReader =
    accountId === user.id ||
    (await findAccountsWith(db, asked.municipalityId, 'work.report.read')).includes(accountId)
  if (!isReader) return { problem: 'work.messages.notForThem' }
  return moveInChange(db, user, asked, 'message.assigned', async (tx, change) => {
    const { municipalityId, id, version } = asked
    if (!(await moveMessage(tx, change, { id, version, state: 'assigned', account_id: accountId })))
      return false
    await endTasks(tx, change, { kind: TASK, address: task.address, state: 'withdrawn' })
    await addTask(tx, change, { municipalityId, accountId, kind: TASK, ...task, dueOn: null })
    return true
  })
}

/**
 * Answers a message. The answer is kept, and sent as a letter where an address of e-mail was left; the task that it was
 * is done. An answer is given once.
 */
export function answerMessage(
  db: Database,
  user: User,
  asked: MessageAsked,
  { answer, address }: { answer: string; address: string },
): Promise<Moved> {
  return moveInChange(db, user, asked, 'message.answered', async (tx, change) => {
    const { municipalityId, id, version } = asked
    const message = await findMessage(tx, municipalityId, id)
    if (!message || message.answer) return false
    if (!(await moveMessage(tx, change, { id, version, state: 'answered' }))) return false
    const isMailed = isMailAddress(message.contact)
    const row = { report_id: id, content: answer, language: message.language } as const
    await revise(tx, change, { table: 'work.answer', key: ['report_id'] }, [
      { ...row, delivery: isMailed ? 'waiting' : 'none' },
    ])
    await endTasks(tx, change, { kind: TASK, address, state: 'done' })
    if (isMailed) await enqueue(tx, mailAnswer, { municipalityId, reportId: id })
    return true
  })
}

/** Says that a message needs nobody any more, and why. */
export function closeMessage(
  db: Database,
  user: User,
  asked: MessageAsked,
  { reason, address }: { reason: string; address: string },
): Promise<Moved> {
  return moveInChange(db, user, asked, 'message.closed', async (tx, change) => {
    const { id, version } = asked
    if (!(await moveMessage(tx, change, { id, version, state: 'closed', close_reason: reason }))) return false
    await endTasks(tx, change, { kind: TASK, address, state: 'done' })
    return true
  })
}

async function moveInChange(
  db: Database,
  user: User,
  { municipalityId, id }: MessageAsked,
  action: string,
  work: (tx: DatabaseTransaction, change: Change) => Promise<boolean>,
): Promise<Moved> {
  demand(user, 'work.report.edit', { municipalityId })
  if (!isUuid(id)) refuse(404, 'work.messages.noSuch')
  const intent: Intent = {
    municipalityId,
    stream: 'messages',
    origin: 'form',
    action,
    subject: id,
    isPublic: false,
    at: new Date(),
  }
  const { result } = await inChange(db, user, intent, async (tx, change): Promise<Moved> => {
    if (await work(tx, change)) {
      change.counts.changed += 1
      return undefined
    }
    // Nothing of what was begun stays, for nothing is counted.
    change.counts.added = 0
    change.counts.changed = 0
    return { meanwhile: (await findMessage(tx, municipalityId, id)) ?? refuse(404, 'work.messages.noSuch') }
  })
  return result
}

/**
 * Tells everybody what on a page was wrong and what is right. Answers the id of the note.
 *
 * @param place the page, in its own words
 */
export async function publishCorrection(
  db: Database,
  user: User,
  { municipalityId, reportId }: { municipalityId: string; reportId: string | null },
  place: Place,
  entry: Omit<CorrectionEntry, 'address'>,
): Promise<string> {
  demand(user, 'work.report.edit', { municipalityId })
  const id = uuidv7()
  const intent: Intent = {
    municipalityId,
    stream: 'figures',
    origin: 'form',
    action: 'correction.published',
    subject: id,
    isPublic: true,
    at: new Date(),
  }
  const row = {
    id,
    report_id: reportId,
    address: place.address.replace(/\?[^#]*/, ''),
    about: place.title,
    wrong_lv: entry.wrong_lv,
    right_lv: entry.right_lv,
    wrong_en: entry.wrong_en ?? null,
    right_en: entry.right_en ?? null,
    published_on: municipalDay(),
  }
  await inChange(db, user, intent, (tx, change) =>
    revise(tx, change, { table: 'work.correction', key: ['id'], hasId: true }, [row]),
  )
  return id
}
