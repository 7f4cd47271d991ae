import { csvResponse } from '#platform/csv.ts'
import { JOURNAL_PARAMETERS } from '../journal-query.ts'
import { IN_FILE, readChanges } from '../read-journal.server.ts'
import type { Route } from './+types/journal-file'

export const handle = { parameters: JOURNAL_PARAMETERS, reads: ['platform.journal.read'] }

/** The changes that were asked for, as a file. */
export async function loader(asked: Route.LoaderArgs) {
  const { names, persons, rows } = await readChanges(asked, IN_FILE)
  return csvResponse(
    'izmainas.csv',
    [
      'at',
      'actor',
      'actor_name',
      'stream',
      'origin',
      'action',
      'subject',
      'subject_name',
      'why',
      'added',
      'changed',
    ],
    rows.map((row) => [
      row.at.toISOString(),
      row.actor,
      names.accounts[row.actor],
      row.stream,
      row.origin,
      row.action,
      row.subject,
      persons[row.subject] ?? names.accounts[row.subject],
      row.why,
      row.added,
      row.changed,
    ]),
  )
}
