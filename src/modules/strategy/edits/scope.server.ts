import { readSources } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Option } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { readEffects } from './effects.server.ts'
import { findPlanRow, type PlanPlace } from './rows-store.server.ts'

/** A plan that is edited, and what all forms about it share. */
export type PlanScope = PlanPlace & {
  /** Public id of the plan. */
  key: string
  isPublic: boolean
  documents: Documents
  edit: Pick<Edit, 'place' | 'capability' | 'stream' | 'isPublic' | 'effects'>
}

/** The documents that rows may cite. */
export type Documents = {
  options: readonly Option[]
  /** Keys by id, and ids by key. */
  keys: ReadonlyMap<string, string>
  ids: ReadonlyMap<string, string>
}

/**
 * @param plan the plan of the address; undefined for the current one
 * @throws Refused (404) when the municipality has no such plan
 */
export async function readPlanScope(
  tx: DatabaseTransaction,
  { municipalityId, plan }: { municipalityId: string; plan: string | undefined },
): Promise<PlanScope> {
  const key = plan ?? (await findCurrentStrategy(tx, municipalityId))?.key
  const row = key === undefined ? undefined : await findPlanRow(tx, municipalityId, key)
  if (!row) refuse(404, 'platform.refused.absent')
  const { documents, keys } = await readSources(tx, municipalityId, row.key)
  return {
    municipalityId,
    strategyId: row.id,
    key: row.key,
    isPublic: row.is_public,
    documents: {
      options: documents.map(({ key: value, title }) => ({ value, label: title })),
      keys,
      ids: new Map([...keys].map(([id, name]) => [name, id])),
    },
    edit: {
      place: { municipalityId },
      capability: 'strategy.edit',
      stream: 'plan',
      isPublic: row.is_public,
      effects: (after) => readEffects(after, { municipalityId, plan }),
    },
  }
}

/** What all forms about a plan share, for those from which no headline or finding follows. */
export function withoutEffects({ edit }: PlanScope): Omit<PlanScope['edit'], 'effects'> {
  const { effects, ...rest } = edit
  return rest
}
