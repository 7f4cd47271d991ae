import { csvResponse } from '#platform/csv.ts'
import { JOURNAL_PARAMETERS } from '../journal-query.ts'
import { IN_FILE, readReadings } from '../read-journal.server.ts'
import type { Route } from './+types/readings-file'

export const handle = { parameters: JOURNAL_PARAMETERS, reads: ['platform.reading.read'] }

/** The readings that were asked for, as a file. */
export async function loader(asked: Route.LoaderArgs) {
  const { names, persons, rows } = await readReadings(asked, IN_FILE)
  return csvResponse(
    'lasijumi.csv',
    ['at', 'actor', 'actor_name', 'person', 'person_name', 'capability', 'reason'],
    rows.map((row) => [
      row.at.toISOString(),
      row.actor,
      names.accounts[row.actor],
      row.personId,
      persons[row.personId],
      row.capability,
      row.reason,
    ]),
  )
}
