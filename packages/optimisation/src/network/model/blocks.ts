import type { KeepsRule } from '../rules/rule.ts'
import type { NetworkProblem, Unit } from './problem.ts'

/** Units that move together, with the numbers that the search needs. */
export type Block = {
  /** Indexes into the units of the problem. */
  units: readonly number[]
  pupils: number
  /** Index of the grade band when all pupils are of one, −1 otherwise. */
  group: number
  isWhole: boolean
  /** Index of the school that those of them are in now who are in any, −1 when nobody is. */
  present: number
  /** Whether they have to be given their place there while it is open. */
  stays: boolean
}

/** Puts units that go together into one block each; where that rule is lifted, each into one that may split. */
export function makeBlocks(problem: NetworkProblem, keeps: KeepsRule): Block[] {
  const siteIndex = new Map(problem.sites.map(({ id }, index) => [id, index]))
  const groupIndex = new Map(problem.gradeBands.map(({ id }, index) => [id, index]))
  const members = new Map<string, number[]>()
  problem.units.forEach(({ id, together }, index) => {
    const key = together === undefined ? `unit ${id}` : `together ${together}`
    const found = members.get(key)
    if (found) found.push(index)
    else members.set(key, [index])
  })
  const blockOf = (indexes: readonly number[], isWhole: boolean, isHeld: boolean): Block => {
    const units = indexes.map((index) => problem.units[index]!)
    const present = siteIndex.get(units.find(isPresent)?.presentSite ?? '') ?? -1
    const mayStay = problem.mayPresentStay === true && present >= 0
    return {
      units: indexes,
      pupils: units.reduce((sum, { pupils }) => sum + pupils, 0),
      group: groupOf(units.map(({ gradeBand }) => groupIndex.get(gradeBand) ?? -1)),
      isWhole,
      present,
      stays: mayStay && isHeld,
    }
  }
  return [...members.values()].flatMap((indexes) => {
    const units = indexes.map((index) => problem.units[index]!)
    const ids = units.map(({ id }) => id)
    const here = units.filter(isPresent).map(({ id }) => id)
    const mayStay = problem.mayPresentStay === true && here.length > 0
    const isHeld = mayStay && keeps({ rule: 'mayPresentStay', units: here })
    const isWhole = !units.every(({ splittable }) => splittable === true)
    const isKept = !(isWhole || units.length > 1) || keeps({ rule: 'keptWhole', units: ids })
    return isKept
      ? [blockOf(indexes, isWhole, isHeld)]
      : indexes.map((index) => blockOf([index], false, isHeld))
  })
}

function isPresent({ presentSite }: Unit): boolean {
  return presentSite !== undefined
}

/** The grade band that all are of, −1 otherwise. */
function groupOf([first = -1, ...others]: readonly number[]): number {
  return others.every((group) => group === first) ? first : -1
}
