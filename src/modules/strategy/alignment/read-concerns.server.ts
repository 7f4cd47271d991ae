import { findInstitutions, findInstitutionTypes } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findAttached } from '../accountability/attached-store.server.ts'
import { findEvidence } from '../evidence-store.server.ts'
import { type Concern, concernsOf } from './concerns.ts'
import { readNameable } from './known.server.ts'
import type { PlanOfWork } from './model.ts'

/** The actions that a plan can serve, and which of them concern its owner; of the department's plan none is singled out. */
export async function readConcerns(tx: DatabaseTransaction, plan: PlanOfWork) {
  const { municipalityId, owner, strategyId } = plan
  const { actions } = await readNameable(tx, plan)
  const none: ReadonlyMap<string, Concern> = new Map()
  if (owner === null) return { actions, concerns: none }
  const [institution] = await findInstitutions(tx, municipalityId, { ids: [owner.id] })
  const version = institution?.versions.at(-1)
  const types = await findInstitutionTypes(tx)
  const type = types.find(({ code }) => code === version?.type?.code)
  const place = { municipalityId, strategyId }
  const { parties, works } = await findAttached(tx, place)
  const evidence = (await findEvidence(tx, place, {})).filter(({ kind }) => kind === 'works')
  const ofOwner = (all: readonly { institution: string | null; action: string }[]) =>
    new Set(all.filter(({ institution: key }) => key === owner.key).map(({ action }) => action))
  const names = [version?.name.lv, version?.shortName?.lv].filter((name): name is string => Boolean(name))
  const concerned = {
    names,
    typeName: type?.name_lv ?? null,
    works: ofOwner([...works, ...evidence]),
    parts: ofOwner(parties),
  }
  return { actions, concerns: concernsOf(actions, concerned) }
}
