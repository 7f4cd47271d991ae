import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { CALL_ELEMENTS, CALLS, callElementRow, callRow } from '../calls/call-rows.ts'
import { findCall, findCallForm } from '../calls/call-store.server.ts'
import { definitionOf, elementRow } from '../calls/element-rows.ts'
import { findVersionOnce, insertHandingIn, writeValues } from '../life/handing-in-store.server.ts'
import { findSubmission } from '../life/submission-store.server.ts'
import type { Element, Option } from '../model.ts'
import { closePolls } from './close-polls.job.server.ts'
import { lockOf } from './count-country-polls.server.ts'
import { findChoices, findInstitutionPoll, type InstitutionPoll } from './institution-poll-store.server.ts'
import { ELEMENTS } from './light-call.service.server.ts'
import { isOpenAt } from './poll.ts'
import { isCounted } from './poll-result-store.server.ts'

type Asked = { municipalityId: string; key: string }

/** What a poll of institutions may still be changed to. */
export type InstitutionPollEntry = {
  title: LocalText
  question: LocalText
  choices: readonly Option[]
  closesAt: Date
}

/**
 * Changes a question to institutions as long as none of them has answered it.
 *
 * @returns why it cannot be changed, or what somebody else has saved
 */
export async function changeInstitutionPoll(
  db: Database,
  user: User,
  { municipalityId, key }: Asked,
  { entry, version }: { entry: InstitutionPollEntry; version: number },
  now = new Date(),
): Promise<
  | { problem: 'collection.polls.frozen' | 'collection.polls.closed' }
  | { meanwhile: InstitutionPoll }
  | undefined
> {
  demand(user, 'collection.call.edit', { municipalityId })
  const found =
    (await readAs(db, user, (tx) => findInstitutionPoll(tx, municipalityId, key))) ??
    refuse(404, 'collection.polls.noSuch')
  const isPublic = found.state === 'open'
  const intent = {
    municipalityId,
    stream: isPublic ? 'figures' : 'collection',
    origin: 'form',
    action: 'poll.changed',
    subject: key,
    isPublic,
    at: now,
  } as const
  const { result } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      await oneAtATime(tx, lockOf(found))
      const poll = (await findInstitutionPoll(tx, municipalityId, key)) ?? found
      if (poll.version !== version || poll.state !== found.state) return { meanwhile: poll }
      if (poll.state !== 'draft' && !isOpenAt(poll.closesAt, now))
        return { problem: 'collection.polls.closed' } as const
      const asked = await findChoices(tx, poll)
      if (asked.some(({ choice }) => choice !== null)) return { problem: 'collection.polls.frozen' } as const
      const call = await findCall(tx, municipalityId, key)
      const [element] = (await findCallForm(tx, municipalityId, poll.id)).elements
      if (!call || !element) refuse(404, 'collection.polls.noSuch')
      const { title, closesAt, question, choices } = entry
      await revise(tx, change, CALLS, [callRow({ ...call, title, dueAt: closesAt, locksAt: closesAt })])
      const next: Element = {
        ...definitionOf({ ...element, id: '' }),
        id: element.elementId,
        name: question,
        choices,
      }
      await revise(tx, change, ELEMENTS, [elementRow(next)])
      await revise(tx, change, CALL_ELEMENTS, [
        callElementRow(poll.id, { ...element, name: question, choices }),
      ])
      await enqueue(tx, closePolls, {}, { startAfter: closesAt })
      return undefined
    },
    { municipalityId },
  )
  return result
}

type Answer = { institutionId: string; choice: string; once: string }

/**
 * Answers for an institution, or changes its answer, until the poll closes. What was sent twice is there once.
 *
 * @returns why it was not taken
 * @throws Refused when the institution is not asked, or the user may not answer for it
 */
export async function answerInstitutionPoll(
  db: Database,
  user: User,
  { municipalityId, key }: Asked,
  { institutionId, choice, once }: Answer,
  now = new Date(),
): Promise<{ problem: 'collection.polls.closed' | 'collection.polls.choose' } | undefined> {
  demand(user, 'collection.answer', { municipalityId, institutionId })
  const intent = {
    municipalityId,
    stream: 'collection',
    origin: 'submission',
    action: 'poll.answered',
    subject: key,
    isPublic: false,
    at: now,
  } as const
  const { result } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const found =
        (await findInstitutionPoll(tx, municipalityId, key)) ?? refuse(404, 'collection.polls.noSuch')
      await oneAtATime(tx, lockOf(found))
      const poll = (await findInstitutionPoll(tx, municipalityId, key)) ?? found
      const isTaken = poll.state === 'open' && poll.opensAt <= now && isOpenAt(poll.closesAt, now)
      if (!isTaken || (await isCounted(tx, municipalityId, poll.id)))
        return { problem: 'collection.polls.closed' } as const
      if (!poll.choices.some((one) => one.key === choice))
        return { problem: 'collection.polls.choose' } as const
      const submission = await findSubmission(tx, municipalityId, { callId: poll.id, institutionId })
      if (!submission || submission.state === 'excused') refuse(404, 'collection.polls.notAsked')
      const of = { municipalityId, institutionId, submissionId: submission.id }
      if ((await findVersionOnce(tx, of, once)) !== undefined) return undefined
      const { elements } = await findCallForm(tx, municipalityId, poll.id)
      const version = { ...of, version: (submission.handedIn?.version ?? 0) + 1 }
      const counts = { once, way: 'form', minutes: null, answered: 1, missing: 0, soft: 0 } as const
      await insertHandingIn(tx, change, version, counts)
      const answers = new Map([[poll.element, { kind: 'choice', choice } as const]])
      await writeValues(tx, change, version, { elements, answers })
      return undefined
    },
    { municipalityId },
  )
  return result
}
