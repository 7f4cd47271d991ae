import { institutionNear } from '#modules/registry'
import { findInstitutions, type InstitutionTables, type RegistryTables } from '#modules/registry.server'
import type { Db } from '#platform/database/types.server.ts'
import type { PlanItem, PlanOfWork, PlanOwner } from './model.ts'
import type { AlignmentTables } from './tables.server.ts'

type Own = Db<AlignmentTables>
type WithInstitutions = Own & Db<InstitutionTables & RegistryTables>
type PlanRow = AlignmentTables['strategy.plan']
type ItemRow = AlignmentTables['strategy.plan_item']

/**
 * Plans of a municipality that the reader may see, those of the department first, the newest first, each with its
 * tasks. Three statements, however many there are.
 */
export function findPlans(db: WithInstitutions, municipalityId: string): Promise<PlanOfWork[]> {
  return readPlans(db, municipalityId)
}

/** A plan by the key of its address; undefined where the reader sees none. Three statements. */
export async function findPlan(
  db: WithInstitutions,
  municipalityId: string,
  key: string,
): Promise<PlanOfWork | undefined> {
  const [plan] = await readPlans(db, municipalityId, key)
  return plan
}

async function readPlans(db: WithInstitutions, municipalityId: string, key?: string): Promise<PlanOfWork[]> {
  const rows = await db
    .selectFrom('strategy.plan')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .orderBy('kind', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy('key')
    .execute()
  if (rows.length === 0) return []
  const items = await findItems(
    db,
    municipalityId,
    rows.map(({ id }) => id),
  )
  const ids = [...new Set(rows.flatMap(({ institution_id }) => institution_id ?? []))]
  const institutions = ids.length === 0 ? [] : await findInstitutions(db, municipalityId, { ids })
  const byId = new Map(institutions.map((one) => [one.id, one]))
  const ofPlans = Map.groupBy(items, ({ plan_id }) => plan_id)
  return rows.map((row) => {
    const institution = row.institution_id === null ? undefined : byId.get(row.institution_id)
    const owner = institution && {
      id: institution.id,
      key: institution.key,
      name: institutionNear(institution, row.starts_on).name,
    }
    return planOf(row, owner ?? null, (ofPlans.get(row.id) ?? []).map(itemOf))
  })
}

function findItems(db: Own, municipalityId: string, planIds: readonly string[]): Promise<ItemRow[]> {
  return db
    .selectFrom('strategy.plan_item')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('plan_id', 'in', planIds)
    .where('withdrawn_at', 'is', null)
    .orderBy('number')
    .execute()
}

const planOf = (row: PlanRow, owner: PlanOwner, items: readonly PlanItem[]): PlanOfWork => ({
  id: row.id,
  key: row.key,
  municipalityId: row.municipality_id,
  strategyId: row.strategy_id,
  owner,
  kind: row.kind,
  title: row.title,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  dueOn: row.due_on,
  state: row.state,
  submittedBy: row.submitted_by,
  version: row.revision,
  items,
})

const itemOf = (row: ItemRow): PlanItem => ({
  id: row.id,
  number: row.number,
  goal: row.goal,
  task: row.task,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  responsible: row.responsible,
  expected: row.expected,
  achieved: row.achieved,
  progress: row.progress,
  actions: row.actions,
  ownNeed: row.own_need,
  indicators: row.indicators,
  carriedFrom: row.carried_from,
  version: row.revision,
})

/** An item's row of a plan, with those that were withdrawn; undefined where there is none. */
export const findItemRow = (db: Own, municipalityId: string, planId: string, id: string) =>
  db
    .selectFrom('strategy.plan_item')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The number that the next item of a plan has: higher than any that was ever given. */
export async function nextNumber(db: Own, municipalityId: string, planId: string): Promise<number> {
  const row = await db
    .selectFrom('strategy.plan_item')
    .select((is) => is.fn.max('number').as('highest'))
    .where('municipality_id', '=', municipalityId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return (row?.highest ?? 0) + 1
}

/** Keys of plans that begin like one, those that the reader does not see left out. */
export async function findKeysLike(db: Own, municipalityId: string, key: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('strategy.plan')
    .select('key')
    .where('municipality_id', '=', municipalityId)
    .where('key', 'like', `${key}%`)
    .execute()
  return new Set(rows.map((row) => row.key))
}

/** Numbers of tasks that were taken out of a plan: they are not given again. */
export async function findWithdrawnNumbers(
  db: Own,
  municipalityId: string,
  planId: string,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('strategy.plan_item')
    .select('number')
    .where('municipality_id', '=', municipalityId)
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ number }) => number))
}
