import type { CheckedClaim } from './claims.ts'
import { actionsOf, type Goal, type Programme, type StrategyTree } from './model.ts'

/** Programmes that serve a direction of a goal, or that an action of it promises. */
export function programmesOf(goal: Goal, programmes: readonly Programme[]): Programme[] {
  const directions = new Set(goal.directions.map(({ code }) => code))
  const actions = new Set(actionsOf({ goals: [goal] }).map(({ code }) => code))
  return programmes.filter(
    ({ links, promisedBy }) =>
      (promisedBy !== null && actions.has(promisedBy)) ||
      links.some(({ direction, link }) => link === 'yes' && directions.has(direction)),
  )
}

/** Claims that speak of a goal: of its figures, or of its actions, directions and indicators as they are counted. */
export function claimsOf(
  goal: string,
  claims: readonly CheckedClaim[],
  { goalOfIndicator, idOfIndicator }: Pick<StrategyTree, 'goalOfIndicator'> & { idOfIndicator: IdByCode },
): CheckedClaim[] {
  return claims.filter(
    ({ claim, indicators }) =>
      claim.filter.goal?.split('+').includes(goal) ||
      (claim.kind === 'ranking' && claim.survey === null && claim.subjects.includes(goal)) ||
      indicators.some((code) => goalOfIndicator.get(idOfIndicator.get(code) ?? '') === goal),
  )
}

type IdByCode = ReadonlyMap<string, string>
