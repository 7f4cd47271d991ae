import { findMunicipalitiesOn } from '#modules/registry.server'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Capability } from '#platform/rights/capabilities.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { THE_PUBLIC, theProgram } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { countChoices } from './count-choices.ts'
import { type CountryPoll, findCountryAnswers, findUncounted } from './country-poll-store.server.ts'
import { isCounted, RESULTS, resultRows } from './poll-result-store.server.ts'

/** What whoever counts must be allowed to. */
export const COUNTING: readonly Capability[] = ['collection.keep', 'collection.totals.read']

/** Whoever sees answers before a poll has closed: nobody but the program. */
export const counter = () => theProgram([{ capabilities: COUNTING, scope: { kind: 'country' } }])

/**
 * Counts polls of municipalities that have closed, in the name of the program: who is asked is told by the register
 * of the day on which they closed, and answers of others do not count. Counting twice does nothing.
 */
export async function closeCountryPolls(db: Database, now: Date): Promise<void> {
  for (const poll of await readAs(db, THE_PUBLIC, (tx) => findUncounted(tx, now))) {
    const intent = {
      municipalityId: COUNTRY,
      stream: 'figures',
      origin: 'computation',
      action: 'poll.counted',
      subject: poll.key,
      isPublic: true,
      at: now,
    } as const
    await inChange(db, counter(), intent, async (tx, change) => {
      await oneAtATime(tx, lockOf(poll))
      if (await isCounted(tx, COUNTRY, poll.id)) return
      const asked = await findMunicipalitiesOn(tx, municipalDay(poll.closesAt))
      const ids = new Set(asked.map(({ id }) => id))
      const answers = (await findCountryAnswers(tx, poll.id)).filter(({ municipalityId }) =>
        ids.has(municipalityId),
      )
      const counts = { answers: countChoices(answers), asked: asked.length, closedAt: poll.closesAt }
      await revise(tx, change, RESULTS, resultRows(poll.id, poll.choices, counts))
    })
  }
}

/** Answering, changing and counting a poll wait for each other. */
export const lockOf = ({ id }: Pick<CountryPoll, 'id'>) => `poll ${id}`
