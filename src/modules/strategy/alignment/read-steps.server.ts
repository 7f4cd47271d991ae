import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findSteps } from './consultation-store.server.ts'
import type { PlanOfWork } from './model.ts'

/** What was done and said about a plan, with the names of those who did, as far as the reader may know them. */
export async function readSteps(tx: DatabaseTransaction, { municipalityId, id }: PlanOfWork) {
  const steps = (await findSteps(tx, municipalityId, [id])).get(id) ?? []
  const authors = [...new Set(steps.map(({ author }) => author))]
  return { steps, names: Object.fromEntries(await findAccountNames(tx, municipalityId, authors)) }
}
