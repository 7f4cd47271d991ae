import { startReading } from '#modules/findings'
import { readIndicatorNames } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { StrategyTree } from '../../model.ts'
import { findStrategiesOf } from '../../store.server.ts'
import { readVersions } from '../read-plan.server.ts'

type About = { municipalityId: string; tree: Pick<StrategyTree, 'goalOfIndicator'> }

/** Codes of the goals that the current plan's indicators measure, by the codes of the indicators in their order. */
export async function readGoalOfCodes(tx: DatabaseTransaction, { municipalityId, tree }: About) {
  const names = await readIndicatorNames(startReading(tx, { municipalityId, strategy: undefined }))
  return new Map(
    names.flatMap(({ id, code }) => {
      const goal = tree.goalOfIndicator.get(id)
      return goal === undefined ? [] : [[code, goal] as const]
    }),
  )
}

/** What the next plan may take over of the current one, and the plans that are begun already. */
export async function readNext(tx: DatabaseTransaction, municipalityId: string) {
  const { tree } = await readVersions(tx, { municipalityId })
  const names = await readIndicatorNames(startReading(tx, { municipalityId, strategy: undefined }))
  const plans = await findStrategiesOf(tx, municipalityId)
  return {
    strategy: tree.strategy,
    goals: tree.goals,
    indicators: names
      .filter(({ id }) => tree.goalOfIndicator.has(id))
      .map(({ code, title }) => ({ code, title })),
    drafts: plans.filter(({ version, key }) => version === 'draft' && key !== tree.strategy.key),
  }
}
