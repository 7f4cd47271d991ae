import type { KeepsRule } from '../rules/rule.ts'
import type { NetworkProblem, Unit } from './problem.ts'

/** Units that move together, with the numbers that the search needs. */
export type Block = {
  /** Indexes into the units of the problem. */
  units: readonly number[]
  pupils: number
  /** Index of the grade group when all pupils are of one, −1 otherwise. */
  group: number
  isWhole: boolean
  /** Index of the school they are in now, −1 when none. */
  present: number
  /** Whether they have the right to stay there while it is open. */
  stays: boolean
}

/** Puts units that go together into one block each. */
export function makeBlocks(problem: NetworkProblem, keeps: KeepsRule): Block[] {
  const siteIndex = new Map(problem.sites.map(({ id }, index) => [id, index]))
  const groupIndex = new Map(problem.gradeGroups.map(({ id }, index) => [id, index]))
  const members = new Map<string, number[]>()
  problem.units.forEach(({ id, together }, index) => {
    const key = together === undefined ? `unit ${id}` : `together ${together}`
    const found = members.get(key)
    if (found) found.push(index)
    else members.set(key, [index])
  })
  return [...members.values()].map((indexes) => {
    const units = indexes.map((index) => problem.units[index] as Unit)
    const ids = units.map(({ id }) => id)
    const groups = new Set(units.map(({ gradeGroup }) => groupIndex.get(gradeGroup) ?? -1))
    const present = siteIndex.get(units[0]?.presentSite ?? '') ?? -1
    const mayStay = problem.mayPresentStay === true && present >= 0
    return {
      units: indexes,
      pupils: units.reduce((sum, { pupils }) => sum + pupils, 0),
      group: groups.size === 1 ? ([...groups][0] ?? -1) : -1,
      isWhole:
        !units.every(({ splittable }) => splittable === true) && keeps({ rule: 'keptWhole', units: ids }),
      present,
      stays: mayStay && keeps({ rule: 'mayPresentStay', units: ids }),
    }
  })
}
