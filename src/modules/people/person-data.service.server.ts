import type { Database } from '#platform/database/types.server.ts'
import { collect } from '#platform/personal-data/collect.server.ts'
import type { PersonalDataEntry, Whose } from '#platform/personal-data/entry.ts'
import { openPersons } from '#platform/rights/open-persons.server.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { User } from '#platform/users.ts'

/**
 * Everything that is kept of a person, for the person's own request. That it was opened, by whom and why, is noted
 * before anything is read; what is out of the reader's reach is left out.
 */
export const collectPerson = (
  db: Database,
  user: User,
  entries: readonly PersonalDataEntry[],
  { person, reason }: { person: Extract<Whose, { kind: 'person' }>; reason: string },
  secrets: Secrets | undefined,
) =>
  openPersons(
    db,
    user,
    {
      municipalityId: person.municipalityId,
      persons: [person.personId],
      capability: 'people.record.read',
      reason,
    },
    (tx) => collect(tx, entries, person, secrets),
  )
