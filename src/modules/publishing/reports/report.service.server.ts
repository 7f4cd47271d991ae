import { v7 as uuidv7 } from 'uuid'
import { addTask, findTask } from '#modules/work.server'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { ANSWERS } from './commentary-store.server.ts'
import type { ReportKind } from './content/kinds.ts'
import type { QuestionAnswer, ReportDraft, ReportState } from './model.ts'
import { findKeysLike, findReport, REPORTS, reportRow } from './report-store.server.ts'

/** The task of whoever is asked to write a section. */
export const COMMENTARY_TASK = 'publishing.commentary'

/** How addresses of reports begin, by kind. */
const WORDS: Readonly<Record<ReportKind, string>> = {
  supervision: 'uzraudziba',
  evaluation: 'izvertejums',
  results: 'rezultati',
  quality: 'kvalitate',
  committee: 'komitejai',
}

type Begun = Pick<ReportDraft, 'kind' | 'strategy' | 'institutionId' | 'asOf' | 'since' | 'title'>

/** Begins a report. @returns its key */
export async function beginReport(
  db: Database,
  user: User,
  municipalityId: string,
  begun: Begun,
  now = new Date(),
): Promise<string> {
  demand(user, 'publishing.report.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await oneAtATime(tx, `reports ${municipalityId}`)
    const stem = `${WORDS[begun.kind]}-${begun.asOf ?? municipalDay(now)}`
    const taken = await findKeysLike(tx, municipalityId, stem)
    let key = stem
    for (let number = 2; taken.has(key); number += 1) key = `${stem}-${number}`
    await revise(tx, change, REPORTS, [reportRow({ ...begun, id: uuidv7(), key, state: 'draft' })])
    return key
  }
  const intent = { ...intentOf(municipalityId, begun.kind), action: 'publishing.begun' }
  return (await inChange(db, user, intent, work, { municipalityId })).result
}

/** Withdraws a report from those that are being written, or takes it up again. What was frozen stays. */
export async function moveReport(
  db: Database,
  user: User,
  municipalityId: string,
  key: string,
  state: ReportState,
): Promise<void> {
  demand(user, 'publishing.report.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    const report = await demandReport(tx, municipalityId, key)
    await revise(tx, change, REPORTS, [reportRow({ ...report, state })])
  }
  const action = state === 'withdrawn' ? 'publishing.withdrawn' : 'publishing.resumed'
  await inChange(db, user, { ...intentOf(municipalityId, key), action }, work, { municipalityId })
}

/** Says of a question whether it stays in the report, and why. Said again, the later word holds. */
export async function answerQuestion(
  db: Database,
  user: User,
  municipalityId: string,
  key: string,
  answer: Omit<QuestionAnswer, 'accountId'>,
): Promise<void> {
  demand(user, 'publishing.report.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    const report = await demandReport(tx, municipalityId, key)
    await revise(tx, change, ANSWERS, [{ ...answer, report_id: report.id, account_id: user.id }])
  }
  const intent = { ...intentOf(municipalityId, key), action: 'publishing.answered' }
  await inChange(db, user, intent, work, { municipalityId })
}

type CommentaryAsked = {
  id: string
  accountId: string
  subject: string
  address: string
  dueOn: string | null
}

/** Asks somebody to write a section: it becomes their task. Asked twice under the same id, it is one task. */
export async function askForCommentary(
  db: Database,
  user: User,
  municipalityId: string,
  key: string,
  asked: CommentaryAsked,
): Promise<void> {
  demand(user, 'publishing.report.edit', { municipalityId })
  demand(user, 'work.task.edit', { municipalityId })
  const intent = { ...intentOf(municipalityId, key), action: 'publishing.asked' }
  const work = async (tx: DatabaseTransaction, change: Change) => {
    if (await findTask(tx, municipalityId, asked.id)) return
    await addTask(tx, change, { ...asked, municipalityId, kind: COMMENTARY_TASK })
  }
  await inChange(db, user, intent, work, { municipalityId })
}

/** The report of a key. @throws Refused (404) without one */
export const demandReport = async (tx: DatabaseTransaction, municipalityId: string, key: string) =>
  (await findReport(tx, municipalityId, key)) ?? refuse(404, 'publishing.reports.noSuch')

export const intentOf = (municipalityId: string, subject: string) =>
  ({ municipalityId, stream: 'reports', origin: 'form', subject, isPublic: false, at: new Date() }) as const
