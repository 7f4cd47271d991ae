import type { Database } from '#platform/database/types.server.ts'
import type { RowPlace } from '#platform/editing/states-store.server.ts'
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
