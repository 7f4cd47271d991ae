import { readAs, writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { operator, theProgram } from '../users.ts'
import { type Intent, inChange } from '../write/change.server.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import type { Keeper } from './keeper.ts'
import { findKept, findNewChanges, findState, markKept } from './kept-store.server.ts'

type KeepUp = {
  municipalityId: string
  /** Changes with the code that works things out, so that a new program looks at everything again. */
  code: string
}

/**
 * Lets every keeper work out what has changed of a municipality since it last looked, as the journal tells.
 * Whatever is written meanwhile is looked at the next time. Readers hear of it as of any change.
 *
 * @returns whether anything was to be done
 */
export async function keepUp(
  db: Database,
  keepers: readonly Keeper[],
  { municipalityId, code }: KeepUp,
): Promise<boolean> {
  if (municipalityId === COUNTRY) return false
  const keeper = theProgram(operator(municipalityId).grants)
  let hasWorked = false
  for (const { name, keep } of keepers) {
    const { state, changes } = await readAs(db, keeper, (tx) => findWork(tx, municipalityId, name, code))
    if (state === undefined || changes === 'none') continue
    hasWorked = true
    const isChanged = await keep(db, { municipalityId, changes, keeper })
    const mark = (tx: DatabaseTransaction) => markKept(tx, { municipalityId, name, ...state, code })
    if (isChanged) {
      await inChange(db, keeper, renewal(municipalityId, name), async (tx, { counts }) => {
        counts.changed += 1
        await mark(tx)
      })
    } else await writeAs(db, keeper, mark)
  }
  return hasWorked
}

/** What a keeper has to look at, and the state of the data in which it will have looked at it. */
async function findWork(tx: DatabaseTransaction, municipalityId: string, name: string, code: string) {
  const state = await findState(tx, municipalityId)
  const kept = (await findKept(tx, municipalityId)).get(name)
  if (kept?.code !== code || kept.epoch !== state?.epoch) return { state, changes: 'all' as const }
  if (kept.version === state.version) return { state, changes: 'none' as const }
  return { state, changes: await findNewChanges(tx, municipalityId, kept) }
}

/** What is kept is worked out from rows that have changes of their own; that it was is one as well. */
const renewal = (municipalityId: string, name: string): Intent => ({
  municipalityId,
  stream: 'kept',
  origin: 'computation',
  action: 'kept.renewed',
  subject: name,
  isPublic: false,
  at: new Date(),
})
