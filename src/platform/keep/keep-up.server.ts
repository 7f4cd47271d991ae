import { readAs, writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { operator, THE_PUBLIC } from '../users.ts'
import { type Intent, inChange } from '../write/change.server.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import type { Keeper } from './keeper.ts'
import { findKept, findVersion, markKept } from './kept-store.server.ts'

type KeepUp = {
  municipalityId: string
  /** Changes with the code that works things out, so that a new program looks at everything again. */
  code: string
}

/**
 * Lets every keeper work out what has changed of a municipality since it last looked. Whatever is written
 * meanwhile has a newer version, so it is looked at the next time. Readers hear of it as of any change.
 *
 * @returns whether anything was to be done
 */
export async function keepUp(
  db: Database,
  keepers: readonly Keeper[],
  { municipalityId, code }: KeepUp,
): Promise<boolean> {
  const before = await readAs(db, THE_PUBLIC, async (tx) => ({
    version: await findVersion(tx, municipalityId),
    kept: await findKept(tx, municipalityId),
  }))
  const { version, kept } = before
  if (version === undefined || municipalityId === COUNTRY) return false
  const late = keepers.filter(({ name }) => {
    const last = kept.get(name)
    return last?.version !== version || last.code !== code
  })
  const keeper = operator(municipalityId)
  let isChanged = false
  for (const { keep } of late) {
    if (await keep(db, { municipalityId, changes: 'all', keeper })) isChanged = true
  }
  if (late.length === 0) return false
  const mark = async (tx: DatabaseTransaction) => {
    const now = await findVersion(tx, municipalityId)
    // Unless somebody wrote meanwhile, the version raised here is the one looked at.
    const seen = now === version + (isChanged ? 1 : 0) ? now : version
    for (const { name } of late) await markKept(tx, { municipalityId, name, version: seen, code })
  }
  if (!isChanged) await writeAs(db, keeper, mark)
  else {
    await inChange(db, keeper, renewal(municipalityId, late), async (tx, { counts }) => {
      counts.changed += late.length
      await mark(tx)
    })
  }
  return true
}

/** What is kept is worked out from rows that have changes of their own; that it was is one as well. */
const renewal = (municipalityId: string, late: readonly Keeper[]): Intent => ({
  municipalityId,
  stream: 'kept',
  origin: 'computation',
  action: 'kept.renewed',
  subject: late.map(({ name }) => name).join(', '),
  isPublic: false,
  at: new Date(),
})
