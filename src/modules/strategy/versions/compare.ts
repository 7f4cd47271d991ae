import type { LocalText } from '#platform/texts/text.ts'
import { actionsOf, type Ending, type StrategyTree, standingActionsOf } from '../model.ts'
import { FIELDS_OF, fieldsOfAction, fieldsOfDirection, fieldsOfGoal } from './plan-fields.ts'
import type { Fields, Proposal, Target } from './version.ts'

/** One cell that differs between two states of a plan. */
type FieldDifference = { name: string; before: string; after: string }

/** What became of a goal, direction or action between two states of a plan. */
export type Difference = {
  target: Target
  code: string
  title: LocalText
  kind: 'changed' | 'added' | 'ended' | 'merged' | 'gone' | 'resumed'
  ended: Ending | null
  fields: readonly FieldDifference[]
}

type State = { title: LocalText; fields: Fields; ended: Ending | null }
type Plan = Pick<StrategyTree, 'goals'>

/** Field by field what differs, goals first and each kind in the order of the later plan; what is alike is left out. */
export function comparePlans(before: Plan, after: Plan): Difference[] {
  return (['goal', 'direction', 'action'] as const).flatMap((target) => {
    const [were, are] = [statesOf(before, target), statesOf(after, target)]
    const codes = [...are.keys(), ...[...were.keys()].filter((code) => !are.has(code))]
    return codes.flatMap((code) => differ(target, code, were.get(code), are.get(code)))
  })
}

type Side = { number: number; tree: Plan }
type Sides = { before: Side; after: Side; proposals: readonly Proposal[] }

/** What a page that sets two states of a plan side by side shows of them. */
export function compareSides({ before, after, proposals }: Sides) {
  const differences = comparePlans(before.tree, after.tree)
  const differing = new Set(differences.filter(({ target }) => target === 'action').map(({ code }) => code))
  return {
    before: before.number,
    after: after.number,
    differences,
    proposals,
    /** How many actions are part of the later plan of which nothing differs. */
    same: standingActionsOf(after.tree).filter(({ code }) => !differing.has(code)).length,
  }
}

function differ(target: Target, code: string, was: State | undefined, is: State | undefined): Difference[] {
  const state = is ?? was
  if (!state) return []
  const fields = FIELDS_OF[target].flatMap((name): FieldDifference[] => {
    const one = { name, before: said(was, name), after: said(is, name) }
    return one.before === one.after ? [] : [one]
  })
  const own = { target, code, title: state.title, ended: is?.ended ?? null, fields }
  if (!was) return [{ ...own, kind: 'added' }]
  if (!is) return [{ ...own, kind: 'gone' }]
  if (is.ended && !was.ended) return [{ ...own, kind: is.ended.into === null ? 'ended' : 'merged' }]
  if (was.ended && !is.ended) return [{ ...own, kind: 'resumed' }]
  return fields.length > 0 ? [{ ...own, kind: 'changed' }] : []
}

const said = (state: State | undefined, name: string) => String(state?.fields[name] ?? '')

function statesOf(plan: Plan, target: Target): Map<string, State> {
  if (target === 'goal') {
    return new Map(
      plan.goals.map((goal) => [goal.code, { title: goal.title, fields: fieldsOfGoal(goal), ended: null }]),
    )
  }
  if (target === 'direction') {
    const directions = plan.goals.flatMap((goal) => goal.directions)
    return new Map(
      directions.map((one) => [one.code, { title: one.title, fields: fieldsOfDirection(one), ended: null }]),
    )
  }
  return new Map(
    actionsOf(plan).map((one) => [
      one.code,
      { title: one.title, fields: fieldsOfAction(one), ended: one.ended },
    ]),
  )
}
