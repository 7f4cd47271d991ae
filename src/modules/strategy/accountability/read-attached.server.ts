import { findInstitutions } from '#modules/registry.server'
import { findSourceKeys } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { StrategySummary } from '../model.ts'
import { findAttached } from './attached-store.server.ts'
import { findNationalGoals } from './national-store.server.ts'

type Plan = Pick<StrategySummary, 'id' | 'municipalityId' | 'key'>

/**
 * What hangs on a plan, with the national goals that it serves. Two statements, three where it serves any, and one more
 * for an earlier state.
 */
export async function readAttached(
  tx: DatabaseTransaction,
  { id: strategyId, municipalityId, key }: Plan,
  asOf?: Date,
) {
  const sourceKeys = await findSourceKeys(tx, municipalityId, key)
  const attached = await findAttached(tx, { municipalityId, strategyId }, { asOf, sourceKeys })
  const national = attached.nationalLinks.length > 0 ? await findNationalGoals(tx) : []
  return { attached, national }
}

/** The same of one action alone, with the names of the institutions in which works are done. */
export async function readAttachedTo(tx: DatabaseTransaction, plan: Plan, action: string, asOf?: Date) {
  const { attached, national } = await readAttached(tx, plan, asOf)
  const of = <Row extends { action: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.action === action)
  const works = of(attached.works)
  return {
    attached: {
      ...attached,
      parties: of(attached.parties),
      milestones: of(attached.milestones),
      funding: of(attached.funding),
      works,
    },
    national,
    places: await namesOf(tx, plan.municipalityId, new Set(works.map(({ institution }) => institution))),
  }
}

async function namesOf(
  tx: DatabaseTransaction,
  municipalityId: string,
  keys: ReadonlySet<string>,
): Promise<{ key: string; name: LocalText }[]> {
  const all = keys.size > 0 ? await findInstitutions(tx, municipalityId) : []
  return all.flatMap((one) => {
    const name = one.versions.at(-1)?.name
    return name && keys.has(one.key) ? [{ key: one.key, name }] : []
  })
}
