import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { freeAddressKey } from '../calls/made-key.ts'
import { closePolls } from './close-polls.job.server.ts'
import { COUNTING, counter, lockOf } from './count-country-polls.server.ts'
import {
  type CountryPoll,
  findCountryAnswers,
  findCountryKeys,
  findCountryPoll,
} from './country-poll-store.server.ts'
import { isOpenAt, type PollDefinition } from './poll.ts'
import { isCounted } from './poll-result-store.server.ts'

const POLLS = { table: 'collection.template', key: ['key'], hasId: true } as const
const ANSWERS = { table: 'collection.poll_answer', key: ['template_id'] } as const

/** What the country asks, and until when. */
export type CountryPollEntry = PollDefinition & { closesAt: Date }

/** Puts a question to every municipality. @returns its key */
export async function publishCountryPoll(db: Database, user: User, entry: CountryPollEntry): Promise<string> {
  demand(user, 'collection.template.edit', 'country')
  const { result } = await inChange(db, user, intentOf('poll.published', 'poll'), async (tx, change) => {
    await oneAtATime(tx, 'polls of the country')
    const key = freeAddressKey(entry.title.lv, await findCountryKeys(tx))
    await revise(tx, change, POLLS, [rowOf(key, entry)])
    await enqueue(tx, closePolls, {}, { startAfter: entry.closesAt })
    return key
  })
  return result
}

/** Why a question can be changed no longer. */
export type Frozen = { problem: 'collection.polls.frozen' | 'collection.polls.closed' }

/**
 * Changes a question as long as nobody has answered it.
 *
 * @returns why it cannot be changed, or what somebody else has saved
 */
export async function changeCountryPoll(
  db: Database,
  user: User,
  { key, entry, version }: { key: string; entry: CountryPollEntry; version: number },
  now = new Date(),
): Promise<Frozen | { meanwhile: CountryPoll } | undefined> {
  demand(user, 'collection.template.edit', 'country')
  const poll =
    (await readAs(db, user, (tx) => findCountryPoll(tx, key))) ?? refuse(404, 'collection.polls.noSuch')
  // Whether anybody has answered is known to nobody but the program until it closes.
  const seeing: User = {
    ...user,
    grants: [...user.grants, { capabilities: COUNTING, scope: { kind: 'country' } }],
  }
  const { result } = await inChange(db, seeing, intentOf('poll.changed', key), async (tx, change) => {
    await oneAtATime(tx, lockOf(poll))
    const current = await findCountryPoll(tx, key)
    if (current?.version !== version) return { meanwhile: current ?? poll }
    if (!isOpenAt(current.closesAt, now)) return { problem: 'collection.polls.closed' } as const
    if ((await findCountryAnswers(tx, poll.id)).length > 0)
      return { problem: 'collection.polls.frozen' } as const
    await revise(tx, change, POLLS, [rowOf(key, entry)])
    await enqueue(tx, closePolls, {}, { startAfter: entry.closesAt })
    return undefined
  })
  return result
}

/** What a municipality answers. */
export type CountryAnswerEntry = { choice: string; words: string | null }

/**
 * Answers for a municipality, or changes its answer: until the poll closes, and once however often and by how many
 * it is sent.
 *
 * @returns why it was not taken
 */
export async function answerCountryPoll(
  db: Database,
  user: User,
  { municipalityId, key }: { municipalityId: string; key: string },
  entry: CountryAnswerEntry,
  now = new Date(),
): Promise<{ problem: 'collection.polls.closed' | 'collection.polls.choose' } | undefined> {
  demand(user, 'collection.poll.answer', { municipalityId })
  const intent = {
    municipalityId,
    stream: 'collection',
    origin: 'form',
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
      const poll = (await findCountryPoll(tx, key)) ?? refuse(404, 'collection.polls.noSuch')
      await oneAtATime(tx, lockOf(poll))
      const current = (await findCountryPoll(tx, key)) ?? poll
      // What comes in time but after the counting has begun would be in no result.
      if (!isOpenAt(current.closesAt, now) || (await isCounted(tx, COUNTRY, current.id)))
        return { problem: 'collection.polls.closed' } as const
      if (!current.choices.some((choice) => choice.key === entry.choice))
        return { problem: 'collection.polls.choose' } as const
      await revise(tx, change, ANSWERS, [{ template_id: poll.id, author: user.id, ...entry }])
      return undefined
    },
    { municipalityId },
  )
  return result
}

/** How many have answered, for the organiser, who learns no more of it before it has closed. */
export async function countCountryAnswers(db: Database, user: User, poll: CountryPoll): Promise<number> {
  demand(user, 'collection.template.edit', 'country')
  return (await readAs(db, counter(), (tx) => findCountryAnswers(tx, poll.id))).length
}

const intentOf = (action: string, subject: string) =>
  ({
    municipalityId: COUNTRY,
    stream: 'figures',
    origin: 'form',
    action,
    subject,
    isPublic: true,
    at: new Date(),
  }) as const

const rowOf = (key: string, { closesAt, title, question, choices }: CountryPollEntry) => ({
  key,
  kind: 'poll' as const,
  asks: 'municipality' as const,
  definition: { title, question, choices: [...choices] },
  closes_at: closesAt,
})
