import { startReading } from '#modules/findings'
import { readIndicatorNames } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { optionsOf } from '../../edits/row-forms.server.ts'
import type { PlanScope } from '../../edits/scope.server.ts'
import type { Ends } from './link-fields.ts'

/** Everything of a plan that something may be linked to. */
export async function readEnds(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { withIndicators }: { withIndicators: boolean },
): Promise<Ends> {
  const actions = await optionsOf(tx, scope, 'strategy.action')
  const indicators = withIndicators
    ? await readIndicatorNames(
        startReading(tx, { municipalityId: scope.municipalityId, strategy: scope.key }),
      )
    : []
  return {
    goals: await optionsOf(tx, scope, 'strategy.goal'),
    directions: await optionsOf(tx, scope, 'strategy.direction'),
    actions: new Set(actions.map(({ value }) => value)),
    indicators: new Map(indicators.map(({ code, id }) => [code, id])),
  }
}
