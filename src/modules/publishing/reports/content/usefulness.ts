import { comparabilityOf, directionOf, isFigure, type JudgedSeries } from '#modules/indicators'
import {
  type Action,
  actionsOf,
  currentStatus,
  type Goal,
  linkOf,
  type Programme,
  type Works,
} from '#modules/strategy'
import type { LocalText } from '#platform/texts/text.ts'
import type { PlanData } from './data.ts'

/** Whether something is so of a project; null where nobody can tell from what is held. */
export type Met = boolean | null

/** What is asked of every project. The rule is written down in `docs/decisions/026`. */
export const CRITERIA = ['begun', 'aim', 'direction', 'indicator', 'moved', 'evidence', 'cost'] as const
export type Criterion = (typeof CRITERIA)[number]

export type Usefulness = 'useful' | 'notShown' | 'cannotTell'

/** A programme or a funded action, with what is held of it. */
export type Project = {
  kind: 'programme' | 'action' | 'works'
  code: string
  title: LocalText
  met: Readonly<Record<Criterion, Met>>
  /** Of the linked series that can be compared with their baseline, how many went the good way. */
  moved: { better: number; compared: number }
  usefulness: Usefulness
}

/** Programmes, actions to which money is given, and works, each by the same criteria. */
export function judgeProjects(plan: PlanData): Project[] {
  const { tree } = plan
  const actions = actionsOf(tree)
  return [
    ...tree.programmes.map((programme) => ofProgramme(plan, programme, actions)),
    ...actions.filter((action) => isFunded(plan, action)).map((action) => ofAction(plan, action)),
    ...plan.attached.works.flatMap((works) => {
      const action = actions.find(({ code }) => code === works.action)
      return action ? [ofWorks(plan, action, works)] : []
    }),
  ]
}

function ofProgramme(plan: PlanData, programme: Programme, actions: readonly Action[]): Project {
  const directions = plan.tree.goals.flatMap((goal) => goal.directions)
  const links = directions.map(({ code }) => ({ code, link: linkOf(programme, code) }))
  const promising = actions.find(({ code }) => code === programme.promisedBy)
  const served = new Set([
    ...links.filter(({ link }) => link === 'yes').map(({ code }) => code),
    ...(promising ? [promising.direction] : []),
  ])
  const isUnknown = served.size === 0 && links.some(({ link }) => link === 'unknown')
  const linked = isUnknown ? null : seriesOf(plan, served)
  const isShown = plan.evidence.some(({ action }) => action === programme.promisedBy)
  return project('programme', programme, linked, {
    begun: programme.state === 'written',
    aim: programme.aim !== null,
    direction: isUnknown ? null : served.size > 0,
    // Of a programme that no action promises nobody has said where its evidence would stand.
    evidence: programme.promisedBy === null ? null : isShown,
    cost: promising ? isFunded(plan, promising) : null,
  })
}

const ofAction = (plan: PlanData, action: Action): Project =>
  project('action', action, seriesOf(plan, new Set([action.direction])), {
    begun: isBegun(action),
    aim: action.deliverable !== null,
    direction: true,
    evidence: plan.evidence.some((one) => one.action === action.code),
    cost: true,
  })

/** Works on buildings and grounds: whether they are there follows from how they stand, their cost from their action. */
const ofWorks = (
  plan: PlanData,
  action: Action,
  { code, title, state, doneOn, institution }: Works,
): Project =>
  project('works', { code: `${action.code}/${code}`, title }, seriesOf(plan, new Set([action.direction])), {
    begun: state === 'underway' || state === 'done',
    aim: action.deliverable !== null,
    direction: true,
    evidence:
      plan.evidence.some(
        (one) => one.action === action.code && one.kind === 'works' && one.institution === institution,
      ) || doneOn !== null,
    cost: isFunded(plan, action),
  })

/** Whether it is said what pays for an action; that it needs no money of its own is said as well. */
const isFunded = ({ attached }: PlanData, { code, funding }: Action): boolean =>
  funding !== null || attached.funding.some(({ action }) => action === code)

/** Whether an action is under way or done; null while nobody has reported. */
function isBegun(action: Action): Met {
  const status = currentStatus(action)
  return status === undefined ? null : status !== 'deferred' && status !== 'notStarted'
}

/** Series of the goals to which some directions belong. */
function seriesOf({ tree, judged }: PlanData, directions: ReadonlySet<string>): JudgedSeries[] {
  const isServed = (goal: Goal) => goal.directions.some(({ code }) => directions.has(code))
  const goals = new Set(tree.goals.filter(isServed).map(({ code }) => code))
  return judged.filter(({ indicator }) => goals.has(tree.goalOfIndicator.get(indicator.id) ?? ''))
}

function project(
  kind: Project['kind'],
  { code, title }: { code: string; title: LocalText },
  linked: readonly JudgedSeries[] | null,
  stated: Pick<Project['met'], 'begun' | 'aim' | 'direction' | 'evidence' | 'cost'>,
): Project {
  const moves = (linked ?? []).flatMap((one) => moveOf(one) ?? [])
  const better = moves.filter((move) => move === 'better').length
  const met: Project['met'] = {
    ...stated,
    indicator: linked === null ? null : linked.length > 0,
    moved: moves.length === 0 ? null : better > 0,
  }
  return { kind, code, title, met, moved: { better, compared: moves.length }, usefulness: usefulnessOf(met) }
}

/**
 * The rule. Useful: it is there, its aim is stated, it serves a direction, evidence is there, and of the indicators of its goals at
 * least one moved the good way. Not shown: the same could be told, and one of them is not so. Whatever cannot be told
 * decides first. The cost is shown and decides nothing.
 */
export function usefulnessOf({
  begun,
  aim,
  direction,
  indicator,
  moved,
  evidence,
}: Project['met']): Usefulness {
  const asked = [begun, aim, direction, indicator, moved, evidence]
  if (asked.some((one) => one === null)) return 'cannotTell'
  return asked.every(Boolean) ? 'useful' : 'notShown'
}

/** Which way a result went since its baseline; undefined where the two cannot be compared. */
export function moveOf({
  indicator,
  series,
  verdict,
}: JudgedSeries): 'better' | 'worse' | 'same' | undefined {
  const direction = directionOf(indicator, series)
  const [before, after] = [series.baseline?.observation, verdict.observation]
  if (direction === 'none' || !isFigure(before) || !isFigure(after)) return undefined
  const [from, to] = [before.value, after.value]
  if (!('number' in from) || !('number' in to) || from.unit !== to.unit) return undefined
  const comparability = comparabilityOf(indicator, series, before, after)
  if (comparability === 'no' || comparability === 'afterRecomputation') return undefined
  if (from.number === to.number) return 'same'
  return to.number > from.number === (direction === 'up') ? 'better' : 'worse'
}
