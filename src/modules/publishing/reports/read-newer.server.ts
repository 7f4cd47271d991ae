import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { Refused } from '#platform/refuse.ts'
import type { Language } from '#platform/texts/text.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { findDataVersions } from '#platform/write/data-version.server.ts'
import { type ChangedFigure, changedFigures } from './compare-figures.ts'
import type { FrozenReport } from './model.ts'
import { writeFrom } from './written.server.ts'

/** What has become of a frozen report's figures since. */
export type Newer =
  /** Nothing has been written since: every figure is what it was. */
  | { kind: 'same' }
  /** The plan is not to be seen any more, so nobody can tell. */
  | { kind: 'gone' }
  | { kind: 'newer'; cited: number; changed: Readonly<Record<Language, ChangedFigure[]>> }

/** Compares what a frozen report cites with what is said today, as everybody reads it. */
export const readNewer = (db: Database, municipalityId: string, frozen: FrozenReport): Promise<Newer> =>
  readAs(db, THE_PUBLIC, (tx) => readNewerFrom(tx, municipalityId, frozen))

/** The same within a transaction in the public's name. */
export async function readNewerFrom(
  tx: DatabaseTransaction,
  municipalityId: string,
  frozen: FrozenReport,
): Promise<Newer> {
  const version = (await findDataVersions(tx)).get(municipalityId) ?? 0
  if (version === frozen.dataVersion) return { kind: 'same' }
  try {
    const { report } = await writeFrom(tx, municipalityId, { ...frozen, asOf: null })
    const of = (language: Language) => changedFigures(frozen.content[language], report[language])
    const { cited, changed } = of('lv')
    return { kind: 'newer', cited, changed: { lv: changed, en: of('en').changed } }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'gone' }
    throw error
  }
}
