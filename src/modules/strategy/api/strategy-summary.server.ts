import { z } from 'zod'
import { commonPeriod, REASONS, type VerdictCounts } from '#modules/indicators'
import { figuresApi, findPromises, readPeriodRule, readTallies } from '#modules/indicators.server'
import { components } from '#platform/api/components.ts'
import { defineDocument } from '#platform/api/endpoint.ts'
import { instant, Local } from '#platform/api/shapes.ts'
import { evaluateStrategy, type StrategyEvaluation } from '../evaluation.ts'
import { type Action, IMPLEMENTATION_STATUSES, standingActionsOf } from '../model.ts'
import { statusTimes } from '../status-times.ts'
import { strategyId } from './parameters.ts'
import { choosePeriod, periodFacts, readStrategy } from './read-strategy.server.ts'

const count = z.int().min(0)

const ActionCounts = z
  .object({
    total: count,
    byStatus: z.object(byName(IMPLEMENTATION_STATUSES)),
    unreported: count.describe('Part of the total about which nobody has reported.'),
    asOf: z.string().nullable().describe('Period of the newest report; null while there is none.'),
  })
  .register(components, { id: 'ActionCounts' })

const SeriesCounts = z
  .object({
    total: count,
    judged: count.describe('`met` + `missed` + `onTrack` + `offTrack`'),
    met: count,
    missed: count,
    onTrack: count,
    offTrack: count,
    notEvaluable: count.describe('`total` − `judged`'),
    withinChance: count.describe(
      'Part of `judged` of which it is not certain: the difference from what was asked for is within chance.',
    ),
    sureUnknown: count.describe(
      'Part of `judged` that counts answers or is a mean, and of which no interval is known.',
    ),
    reasons: z.object(byName(REASONS)).describe('Why series cannot be judged; the sum is `notEvaluable`.'),
  })
  .register(components, { id: 'SeriesCounts' })

const counts = { actions: ActionCounts, series: SeriesCounts, indicators: z.object({ total: count }) }
const Summary = z.object({
  strategy: strategyId,
  ...figuresApi.judgedPeriod,
  asOf: instant.nullable().describe('State of the figures: the instant asked for, or the last change.'),
  ...counts,
  goals: z.array(z.object({ code: z.string(), title: Local, ...counts })),
})

export const strategySummary = defineDocument({
  path: '/strategies/{id}/summary',
  name: 'StrategySummary',
  operation: 'getStrategySummary',
  tag: 'strategies',
  title: 'strategy.api.summary',
  summary: 'How a strategy stands: actions by status and series by verdict, in all and by goal',
  description: 'Everything is counted, nothing averaged.',
  parameters: figuresApi.periodParameters,
  schema: Summary,
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { tx } = asked
    const { municipalityId, key: targetSet } = state.summary
    const periodRule = await readPeriodRule(tx, municipalityId, targetSet)
    const chosen = await choosePeriod(asked, state, periodRule)
    const figures = { municipalityId, targetSet, period: chosen, periodRule, asOf: state.earlier }
    const verdicts = await readTallies(tx, figures)
    const period = chosen ?? commonPeriod(verdicts.map((one) => one.period))
    const promised = await findPromises(tx, municipalityId, targetSet)
    const { goals, ...whole } = evaluateStrategy(state.tree, { period, verdicts, promised })
    return {
      strategy: state.summary.key,
      ...periodFacts(periodRule, period),
      asOf: state.asOf?.toISOString() ?? null,
      ...showCounts(whole, standingActionsOf(state.tree)),
      goals: goals.map(({ goal, ...part }) => ({
        code: goal.code,
        title: goal.title,
        ...showCounts(part, standingActionsOf({ goals: [goal] })),
      })),
    }
  },
})

type Counts = Pick<StrategyEvaluation, 'actions' | 'series' | 'indicators'>

function showCounts({ actions, series, indicators }: Counts, plan: Action[]) {
  return { actions: { ...actions, asOf: statusTimes(plan).newest }, series: showSeries(series), indicators }
}

const showSeries = ({ reasons, ...series }: VerdictCounts) => ({ ...series, reasons: { ...reasons } })

function byName<Name extends string>(names: readonly Name[]): Record<Name, typeof count> {
  return Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>
}
