import { rehearse } from '#platform/database/rehearse.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { EditedTable } from '#platform/editing/edited-tables.ts'
import { findStates, type RowPlace } from '#platform/editing/states-store.server.ts'
import { type ColumnChange, changesOf } from '#platform/editing/undo.ts'
import { type AskedUndo, type Undone, undoChange } from '#platform/editing/undo-service.server.ts'
import { asImportProblem } from '#platform/import/database-problem.ts'
import type { User } from '#platform/users.ts'
import type { OfMunicipality } from './export.server.ts'
import { sheetsOf } from './read-folder.server.ts'
import { watchPlans } from './stored-problems.server.ts'

type At = { municipality: OfMunicipality; place: RowPlace }

/** Undoes a change if the plans of the municipality then still keep the rules of files, and the database its own. */
export async function undoOrRefuse(
  db: Database,
  user: User,
  { municipality, place }: At,
  asked: Omit<AskedUndo, 'watch'>,
): Promise<Undone> {
  try {
    return await undoChange(db, user, place, { ...asked, watch: watchPlans(municipality) })
  } catch (error) {
    const problem = asImportProblem(error, sheetsOf('municipality'), {})
    if (!problem) throw error
    return { kind: 'wrong', problems: [{ ...problem, row: undefined }] }
  }
}

type Rehearsed = { undone: Undone; changes: readonly ColumnChange[] }

/** Says what an undo would make of the row, by undoing for show: with every rule, and nothing kept. */
export const previewUndo = (
  db: Database,
  user: User,
  { edited, ...at }: At & { edited: EditedTable },
  asked: Omit<AskedUndo, 'watch'>,
): Promise<Rehearsed> =>
  rehearse(db, async (rehearsed): Promise<Rehearsed> => {
    const undone = await undoOrRefuse(rehearsed, user, at, asked)
    if (undone.kind !== 'saved') return { undone, changes: [] }
    const within = { municipalityId: at.place.municipalityId }
    const states = await readAs(rehearsed, user, (tx) => findStates(tx, at.place, edited), within)
    const [newest, before] = states
      .filter(({ key }) => key === at.place.key)
      .toSorted((a, b) => b.revision - a.revision)
    return { undone, changes: newest ? changesOf(newest, before) : [] }
  })
