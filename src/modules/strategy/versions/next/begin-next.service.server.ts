import { describeTargetSets, takeOverIndicators } from '#modules/indicators.server'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { findPlanRow } from '../../edits/rows-store.server.ts'
import type { Goal } from '../../model.ts'
import { holdDrafts } from '../draft.service.server.ts'
import { readPlanAt } from '../read-plan.server.ts'
import { UNSTATED_ACTION } from '../unstated-action.ts'
import { type Chosen, continuedPart } from './chosen.ts'
import { readGoalOfCodes } from './read-next.server.ts'

export type NextStrategy = {
  key: string
  title: { lv: string; en: string }
  startsOn: string
  endsOn: string
}

/**
 * Begins the next strategy: a plan of its own, a draft that nobody outside sees, which says of everything that it takes
 * over what it continues. Statuses and figures stay where they are.
 *
 * @returns whether it was begun; `taken` when there is a plan of that id
 * @throws Refused (403) for whoever may edit neither plans nor indicators
 */
export async function beginNextStrategy(
  db: Database,
  user: User,
  { municipalityId, next, chosen }: { municipalityId: string; next: NextStrategy; chosen: Chosen },
): Promise<'begun' | 'taken'> {
  demand(user, 'strategy.edit', { municipalityId })
  demand(user, 'indicators.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await holdDrafts(tx, municipalityId)
    if (await findPlanRow(tx, municipalityId, next.key)) return 'taken' as const
    const tree = (await readPlanAt(tx, { municipalityId })) ?? refuse(404, 'strategy.versions.noPlan')
    const goalOf = await readGoalOfCodes(tx, { municipalityId, tree })
    const ids = await revise(tx, change, { table: 'strategy.strategy', key: ['key'], hasId: true }, [
      strategyRow(next),
    ])
    const strategyId = idOf(ids, next.key)
    await describeTargetSets(tx, change, [{ key: next.key, starts_on: next.startsOn, is_decided: false }])
    const earlier = tree.strategy.key
    await writeGoals(tx, change, { strategyId, earlier, goals: continuedPart(tree, chosen, goalOf) })
    const codes = [...goalOf.keys()].filter((code) => chosen.indicators.has(code))
    const indicators = await takeOverIndicators(tx, change, { from: earlier, to: next.key, codes })
    await revise(
      tx,
      change,
      { table: 'strategy.goal_indicator', key: ['strategy_id', 'indicator_id'] },
      [...indicators].map(([code, id]) => ({
        strategy_id: strategyId,
        indicator_id: id,
        goal: goalOf.get(code) ?? '',
      })),
    )
    return 'begun' as const
  }
  const intent = {
    municipalityId,
    stream: 'plan',
    origin: 'form',
    action: 'strategy.begun',
    subject: next.key,
    isPublic: false,
    at: new Date(),
  } as const
  const { result } = await inChange(db, user, intent, work, { municipalityId })
  return result
}

const strategyRow = ({ key, title, startsOn, endsOn }: NextStrategy) => ({
  key,
  title_lv: title.lv,
  title_en: title.en,
  version: 'draft' as const,
  starts_on: startsOn,
  ends_on: endsOn,
  decision_number: null,
  decision_minutes: null,
  decided_on: null,
  vision_lv: null,
  vision_en: null,
  mission_lv: null,
  mission_en: null,
  vision_official_lv: null,
  vision_official_en: null,
  mission_official_lv: null,
  mission_official_en: null,
  source_id: null,
  locator: null,
})

type Written = { strategyId: string; earlier: string; goals: readonly Goal[] }

/** Our words are taken over; the exact words, dates and sums of the earlier document are not the new plan's. */
async function writeGoals(tx: DatabaseTransaction, change: Change, { strategyId, earlier, goals }: Written) {
  const byCode = ['strategy_id', 'code'] as const
  const taken = ({ code, position, short }: Pick<Goal, 'code' | 'position' | 'short'>) => ({
    strategy_id: strategyId,
    code,
    position,
    title_lv: short.lv,
    title_en: short.en,
    official_lv: null,
    official_en: null,
    source_id: null,
    locator: null,
    continues: `${earlier}/${code}`,
  })
  const directions = goals.flatMap((goal) => goal.directions)
  await revise(
    tx,
    change,
    { table: 'strategy.goal', key: byCode },
    goals.map((goal) => ({ ...taken(goal), aim_lv: goal.aim?.lv ?? null, aim_en: goal.aim?.en ?? null })),
  )
  await revise(
    tx,
    change,
    { table: 'strategy.direction', key: byCode },
    directions.map((direction) => ({ ...taken(direction), goal: direction.goal })),
  )
  await revise(
    tx,
    change,
    { table: 'strategy.action', key: byCode },
    directions
      .flatMap(({ actions }) => actions)
      .map((action) => ({
        ...UNSTATED_ACTION,
        ...taken(action),
        direction: action.direction,
        deliverable_lv: action.deliverable?.lv ?? null,
        deliverable_en: action.deliverable?.en ?? null,
        responsible: action.responsible,
        involved: action.involved,
      })),
  )
}
