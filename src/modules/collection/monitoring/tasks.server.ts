import { keepTasks } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Language } from '#platform/texts/text.ts'
import type { User } from '#platform/users.ts'
import type { Change, Intent } from '#platform/write/change.server.ts'
import { formAddress } from '../addresses.ts'
import { ANSWER_TASK } from '../calls/answer-task.ts'
import type { Giver, Givers } from '../givers.server.ts'
import { isWithGiver } from '../life/state.ts'
import type { DataCall } from '../model.ts'
import { dueOf, unexpectedOf } from './completeness.ts'
import type { Monitored } from './expected.ts'

/** A municipality by its id, and as addresses call it. */
export type Town = { municipalityId: string; slug: string }

/** Somebody who is to answer a call for an institution. */
export type Waiting = {
  call: DataCall
  row: Monitored
  giver: Giver
  /** Last day in time, `YYYY-MM-DD`. */
  dueOn: string
  /** The form. */
  address: string
  taskId: string
  /** The task was given just now, and told. */
  isNew: boolean
}

/** The journal's words for what is kept of tasks. */
export const taskIntent = ({ municipalityId }: Town, at: Date, subject: string): Intent => ({
  municipalityId,
  stream: 'messages',
  origin: 'computation',
  action: 'collection.tasksKept',
  subject,
  isPublic: false,
  at,
})

/** Whoever gives and takes back tasks for a call, whatever else they may do. */
export const ableToGive = (user: User, municipalityId: string): User => ({
  ...user,
  grants: [
    ...user.grants,
    {
      capabilities: ['work.task.edit', 'work.task.read'],
      scope: { kind: 'municipality', municipalityId },
    },
  ],
})

/** Whether an institution may still type and hand in. */
export const isTheirTurn = (row: Monitored) => unexpectedOf(row) === null && isWithGiver(row.state)

/** Whether it has never handed in yet; what came back to be mended is a task of its own. */
export const isWaitedFor = (row: Monitored) => isTheirTurn(row) && row.version === 0

/**
 * Brings tasks in line with who is to answer a call: whoever answers for an institution has one until it has handed in,
 * deputies too, due on the day on which the institution is.
 */
export async function keepAnswerTasks(
  tx: DatabaseTransaction,
  change: Change,
  { slug }: Town,
  { call, rows, givers }: { call: DataCall; rows: readonly Monitored[]; givers: Givers },
): Promise<Waiting[]> {
  const addressOf = (row: Monitored) => formAddress(slug, call.key, row.key)
  const waiting = rows.filter(isWaitedFor).flatMap((row) =>
    (givers.byInstitution.get(row.institutionId) ?? []).map((giver) => ({
      call,
      row,
      giver,
      dueOn: municipalDay(dueOf(call, row)),
      address: addressOf(row),
    })),
  )
  const { ids, added } = await keepTasks(tx, change, ANSWER_TASK, {
    addresses: new Set(rows.map(addressOf)),
    wanted: waiting.map(({ row, giver, dueOn, address }) => ({
      municipalityId: change.municipalityId,
      institutionId: row.institutionId,
      accountId: giver.accountId,
      kind: ANSWER_TASK,
      subject: whatOf(call, row, 'lv'),
      address,
      dueOn,
    })),
  })
  return waiting.map((one) => {
    const name = `${one.giver.accountId} ${one.address}`
    return { ...one, taskId: ids.get(name) ?? '', isNew: added.has(name) }
  })
}

/** What is to be answered, in the language of whoever is told. */
export const whatOf = (call: Pick<DataCall, 'title'>, row: Monitored, language: Language) =>
  `${call.title[language]} · ${row.institution.name[language]}`
