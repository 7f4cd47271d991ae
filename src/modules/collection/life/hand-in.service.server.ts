import { v7 as uuidv7 } from 'uuid'
import { endTasks, notify } from '#modules/work.server'
import { writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { findFile } from '#platform/files/file-store.server.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { formAddress, reviewAddress } from '../addresses.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import { phaseOf } from '../calls/phase.ts'
import type { CheckOutcome } from '../checks/index.ts'
import { type Asked, findAsked } from '../form/asked.server.ts'
import { holdSubmission } from '../form/edit-store.server.ts'
import { commentOf, fieldsOf, MINUTES } from '../form/fields.ts'
import { PHOTOS } from '../form/photos.ts'
import { type Entry, isComplete, readEntry } from '../form/read-entry.ts'
import type { CallForm } from '../model.ts'
import { readCheckContext } from './check-context.server.ts'
import {
  findVersionOnce,
  insertAttempt,
  insertHandingIn,
  type Of,
  writeCheckResults,
  writeValues,
} from './handing-in-store.server.ts'
import { mayHandIn } from './may-hand-in.ts'

/** What is handed in, and how. Comments and minutes may stand among what was typed (`commentOf`, `MINUTES`). */
export type HandingInEntry = {
  /** Names one pressing of the button: sent twice, it is handed in once. */
  once: string
  way: 'form' | 'workbook' | 'offline'
  /** The whole form as it was typed, by the names of inputs. */
  typed: Readonly<Record<string, string>>
  /** What soft checks that do not hold are commented with, by their keys. */
  comments?: Readonly<Record<string, string>>
  /** How long it took, where somebody says so. */
  minutes?: number | null
}

/** Why something was not handed in: everything at once, and what every check says. */
export type NotHandedIn = { complaints: Complaints; outcomes: readonly CheckOutcome[] }

type Result = { version: number } | (NotHandedIn & { attempt: Attempt | null })
type Attempt = { hard: number; soft: number; unreadable: number }
const NOTHING_WRONG: Attempt = { hard: 0, soft: 0, unreadable: 0 }

/**
 * Hands in what was typed as the next version: the version, its values and what checks said are written together or
 * not at all. Refuses everything that cannot be read, that must be answered and is not, that a hard check forbids, and
 * soft checks without a comment, all at once; such a try is noted, so that the owner of the call can help.
 *
 * @throws Refused when the user does not answer for the institution
 */
export async function handIn(
  db: Database,
  user: User,
  asked: Asked,
  entry: HandingInEntry,
): Promise<{ version: number } | NotHandedIn> {
  const { municipalityId, call, institution, submission } = asked
  demand(user, 'collection.answer', { municipalityId, institutionId: institution.id })
  const intent = {
    municipalityId,
    stream: 'collection',
    origin: 'submission',
    action: 'submission.handedIn',
    subject: `${call.key}/${institution.key}`,
    isPublic: false,
    at: new Date(),
  } as const
  const within = { municipalityId }
  const work = (tx: DatabaseTransaction, change: Change) => handInOnce(tx, change, asked, entry)
  const { result } = await inChange(db, user, intent, work, within)
  if ('version' in result) return result
  const { attempt, ...refused } = result
  const of = { municipalityId, institutionId: institution.id, submissionId: submission.id }
  const noted = { id: uuidv7(), way: entry.way, account_id: user.id }
  if (attempt) await writeAs(db, user, (tx) => insertAttempt(tx, of, { ...noted, ...attempt }), within)
  return refused
}

/** What was known before the submission was held may be older than another's step: all is read anew. */
async function handInOnce(
  tx: DatabaseTransaction,
  change: Change,
  { municipalityId, slug, ...seen }: Asked,
  entry: HandingInEntry,
): Promise<Result> {
  const of = { municipalityId, institutionId: seen.institution.id, submissionId: seen.submission.id }
  await holdSubmission(tx, of.submissionId)
  const known = await findVersionOnce(tx, of, entry.once)
  if (known !== undefined) return { version: known }
  const keys = { call: seen.call.key, institution: seen.institution.key }
  const asked =
    (await findAsked(tx, { id: municipalityId, slug }, keys)) ?? refuse(404, 'collection.notFound')
  const closed = whyNot(asked)
  if (closed) return closed
  const form = await findCallForm(tx, municipalityId, asked.call.id)
  const read = readEntry(form, wholeOf(entry), await readCheckContext(tx, asked, form))
  const lost = await findLostPhotos(tx, of, form, read)
  if (!isComplete(read) || Object.keys(lost).length > 0) return refusalOf(read, lost)
  const version = (asked.submission.handedIn?.version ?? 0) + 1
  await write(tx, change, { ...of, version }, { entry, form, read })
  await tell(tx, change, asked, version)
  return { version }
}

/** What was typed, comments and minutes as a form would have them. */
const wholeOf = ({ typed, comments = {}, minutes }: HandingInEntry) => ({
  ...typed,
  ...Object.fromEntries(Object.entries(comments).map(([check, comment]) => [commentOf(check), comment])),
  ...(minutes ? { [MINUTES]: String(minutes) } : {}),
})

function whyNot({ call, submission }: Asked): Result | undefined {
  const now = new Date()
  const phase = phaseOf(call, now)
  const right = mayHandIn({ ...submission, phase }, now)
  if (right.may) return undefined
  // Whoever came after the lock needs help; whoever pressed twice does not.
  const attempt = phase === 'locked' && submission.state !== 'excused' ? NOTHING_WRONG : null
  return { complaints: { '': [{ reason: right.why }] }, outcomes: [], attempt }
}

function refusalOf(read: Entry, lost: Complaints): Result {
  const unreadable = { ...read.unreadable, ...lost }
  return {
    complaints: { ...read.open, ...unreadable },
    outcomes: read.outcomes,
    attempt: {
      hard: read.hard.length,
      soft: read.soft.length,
      unreadable: Object.keys({ ...read.open, ...unreadable }).length,
    },
  }
}

/** Photos that are no files of the institution's own: anybody can type the id of another's. */
async function findLostPhotos(
  tx: DatabaseTransaction,
  { municipalityId, institutionId }: Of,
  { elements }: CallForm,
  { answers }: Entry,
): Promise<Complaints> {
  const lost: Record<string, Complaints[string]> = {}
  for (const { name } of fieldsOf(elements)) {
    const answer = answers.get(name)
    if (answer?.kind !== 'photo') continue
    const file = await findFile(tx, municipalityId, answer.fileId)
    if (file?.institutionId !== institutionId || file.purpose !== PHOTOS)
      lost[name] = [{ reason: 'collection.form.photo.lost' }]
  }
  return lost
}

type ToWrite = { entry: HandingInEntry; form: CallForm; read: Entry }

async function write(
  tx: DatabaseTransaction,
  change: Change,
  of: Of & { version: number },
  { entry: { once, way }, form, read }: ToWrite,
) {
  const { answers, outcomes, comments, minutes, soft } = read
  const typed = fieldsOf(form.elements).filter(({ name, computed }) => computed === null && answers.has(name))
  const missing = typed.filter(({ name }) => answers.get(name)?.kind === 'missing').length
  const counts = { answered: typed.length - missing, missing, soft: soft.length }
  await insertHandingIn(tx, change, of, { once, way, minutes, ...counts })
  await writeValues(tx, change, of, { elements: form.elements, answers })
  await writeCheckResults(tx, change, of, { outcomes, comments })
}

/** What was asked for is done; whoever answers for the call is told that something waits. */
async function tell(
  tx: DatabaseTransaction,
  change: Change,
  { slug, call, institution, submission }: Asked,
  version: number,
) {
  const keys = [slug, call.key, institution.key] as const
  await endTasks(tx, change, { address: formAddress(...keys), state: 'done' })
  if (call.responsibleId === null) return
  await notify(tx, change, {
    accountId: call.responsibleId,
    kind: 'work.news',
    subject: `${call.title.lv}: ${institution.name.lv}`,
    address: reviewAddress(...keys),
    once: `collection.handedIn ${submission.id} ${version}`,
  })
}
