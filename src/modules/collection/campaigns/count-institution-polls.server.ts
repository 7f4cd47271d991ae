import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC, theProgram } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { countChoices } from './count-choices.ts'
import { lockOf } from './count-country-polls.server.ts'
import { findUncountedOfInstitutions } from './institution-poll-store.server.ts'
import { isCounted, RESULTS, resultRows } from './poll-result-store.server.ts'
import { readAskedOn } from './read-asked.server.ts'

/**
 * Counts polls of institutions that have closed, in the name of the program: of those asked and not excused, what each
 * chose last. Counting twice does nothing.
 */
export async function closeInstitutionPolls(db: Database, now: Date): Promise<void> {
  for (const poll of await readAs(db, THE_PUBLIC, (tx) => findUncountedOfInstitutions(tx, now))) {
    const { municipalityId } = poll
    const scope = { kind: 'municipality', municipalityId } as const
    const program = theProgram([{ capabilities: ['collection.keep', 'collection.read'], scope }])
    const intent = {
      municipalityId,
      stream: 'figures',
      origin: 'computation',
      action: 'poll.counted',
      subject: poll.key,
      isPublic: true,
      at: now,
    } as const
    await inChange(db, program, intent, async (tx, change) => {
      await oneAtATime(tx, lockOf(poll))
      if (await isCounted(tx, municipalityId, poll.id)) return
      const asked = await readAskedOn(tx, poll, poll.closesAt)
      const answers = countChoices(asked.flatMap(({ choice }) => (choice === null ? [] : { choice })))
      const counts = { answers, asked: asked.length, closedAt: poll.closesAt }
      await revise(tx, change, RESULTS, resultRows(poll.id, poll.choices, counts))
    })
  }
}
