import { startReading } from '#modules/findings'
import { readIndicatorNames, readStanding } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { isOverdue } from '../../accountability/overdue.ts'
import { readAttached } from '../../accountability/read-attached.server.ts'
import { readTree } from '../../current-strategy.server.ts'
import { standingActionsOf } from '../../model.ts'
import { readFindings } from '../../read-findings.server.ts'
import { draftIn } from '../version.ts'
import { findProposals, findVersions } from '../version-store.server.ts'
import { type Step, stepsOf } from './steps.ts'

/** How an indicator of the goal stands, series counted together that have one verdict and are equally sure. */
export type StandingLine = Awaited<ReturnType<typeof readData>>['indicators'][number]

/**
 * What the data say about a goal or an action: how the goal's indicators stand and how sure that is, and of an action
 * what was reported, whether it is overdue, and what is noted about it.
 *
 * @throws Refused (404) when the current plan has no such goal or action
 */
export async function readData(tx: DatabaseTransaction, municipalityId: string, step: Step) {
  const reading = startReading(tx, { municipalityId, strategy: undefined })
  const tree = (await readTree(reading)) ?? refuse(404, 'strategy.versions.noPlan')
  const action =
    step.target === 'action' ? standingActionsOf(tree).find(({ code }) => code === step.code) : undefined
  const goal = tree.goals.find(({ code }) => code === (action?.goal ?? step.code))
  if (!goal || (step.target === 'action' && !action)) refuse(404, 'platform.refused.absent')
  const standing = await readStanding(tx, { municipalityId, targetSet: tree.strategy.key })
  const names = (await readIndicatorNames(reading)).filter(
    ({ id }) => tree.goalOfIndicator.get(id) === goal.code,
  )
  const steps = stepsOf(tree)
  const { attached } = await readAttached(tx, tree.strategy)
  return {
    /** What it stands in, by which risks and circumstances say what they hit. */
    hit: { code: action?.code ?? '', direction: action?.direction ?? '', goal: goal.code },
    attached,
    factors: tree.externalFactors,
    goal: { code: goal.code, title: goal.title, aim: goal.aim },
    action,
    isOverdue: action ? isOverdue(action, municipalDay()) : false,
    indicators: names.map(({ id, code, title }) => ({
      code,
      title,
      verdicts: standing.verdicts.filter(({ indicatorId }) => indicatorId === id),
    })),
    findings: action
      ? await readFindings(reading, { families: ['strategy'], belongsTo: { action: action.code } })
      : [],
    place: steps.findIndex(({ target, code }) => target === step.target && code === step.code) + 1,
    steps,
  }
}

/** The draft of the mid-term update, or of another version that stands in its way. */
export async function readMidterm(tx: DatabaseTransaction, municipalityId: string) {
  const tree =
    (await readTree(startReading(tx, { municipalityId, strategy: undefined }))) ??
    refuse(404, 'strategy.versions.noPlan')
  const draft = draftIn(await findVersions(tx, municipalityId, tree.strategy.id))
  const proposals = draft ? await findProposals(tx, municipalityId, draft.id) : []
  return { tree, draft, proposals }
}
