import { findInstitutions } from '#modules/registry.server'
import { findSourceKeys } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findEvidence } from './evidence-store.server.ts'
import type { StrategySummary } from './model.ts'

/** What shows how far an action has come, with the names of the institutions that it is about. */
export async function readEvidence(
  tx: DatabaseTransaction,
  { id, municipalityId, key }: Pick<StrategySummary, 'id' | 'municipalityId' | 'key'>,
  action: string,
  asOf?: Date,
) {
  const sourceKeys = await findSourceKeys(tx, municipalityId, key)
  const evidence = await findEvidence(tx, { municipalityId, strategyId: id, action }, { asOf, sourceKeys })
  const named = new Set(evidence.flatMap(({ institution }) => institution ?? []))
  const all = named.size > 0 ? await findInstitutions(tx, municipalityId) : []
  const institutions = all.flatMap((one): { key: string; name: LocalText }[] => {
    const name = one.versions.at(-1)?.name
    return name && named.has(one.key) ? [{ key: one.key, name }] : []
  })
  return { evidence, institutions }
}
