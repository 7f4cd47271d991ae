import { type Goal, isStanding, type StrategyTree } from '../../model.ts'

/** Codes of what the next plan takes over. */
export type Chosen = {
  goals: ReadonlySet<string>
  directions: ReadonlySet<string>
  actions: ReadonlySet<string>
  indicators: ReadonlySet<string>
}

const PREFIX = { goals: 'goal', directions: 'direction', actions: 'action', indicators: 'indicator' } as const

/** What the tick of a thing is called in the form. */
export const tickName = (kind: keyof Chosen, code: string) => `${PREFIX[kind]}.${code}`

/** What is ticked, by the names of fields. */
export function chosenIn(entered: Readonly<Record<string, string>>): Chosen {
  const of = (kind: keyof Chosen) => {
    const prefix = `${PREFIX[kind]}.`
    const names = Object.keys(entered).filter((name) => name.startsWith(prefix) && entered[name] !== '')
    return new Set(names.map((name) => name.slice(prefix.length)))
  }
  return {
    goals: of('goals'),
    directions: of('directions'),
    actions: of('actions'),
    indicators: of('indicators'),
  }
}

/**
 * The part of a plan that goes on: what was chosen, with the directions and goals that chosen actions and indicators
 * stand in. What has ended does not go on.
 *
 * @param goalOf codes of goals by the codes of the indicators that measure them
 */
export function continuedPart(
  tree: Pick<StrategyTree, 'goals'>,
  chosen: Chosen,
  goalOf: ReadonlyMap<string, string>,
): Goal[] {
  const measured = new Set([...chosen.indicators].map((code) => goalOf.get(code)))
  return tree.goals.flatMap((goal) => {
    const directions = goal.directions.flatMap((direction) => {
      const actions = direction.actions.filter(
        (action) => chosen.actions.has(action.code) && isStanding(action),
      )
      return actions.length > 0 || chosen.directions.has(direction.code) ? [{ ...direction, actions }] : []
    })
    const isWanted = chosen.goals.has(goal.code) || directions.length > 0 || measured.has(goal.code)
    return isWanted ? [{ ...goal, directions }] : []
  })
}
