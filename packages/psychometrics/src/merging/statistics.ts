import { answeredSets } from '../data/answered.ts'
import { MISSING, type Responses } from '../data/responses.ts'
import { checkStatistics } from './check-statistics.ts'
import type { ScoreCell, SufficientStatistics } from './sufficient-statistics.ts'

export type { ScoreCell, SufficientStatistics }

/**
 * Reduces answers to sufficient statistics of the Rasch and partial credit models. Persons who answered nothing, and
 * those of weight 0, leave no trace.
 */
export function sufficientStatistics(data: Responses): SufficientStatistics {
  const { sets, setOf } = answeredSets(data)
  const categoryCounts = Array.from(data.highest, (top) => new Array<number>(top + 1).fill(0))
  const cells = new Map<number, ScoreCell & { scoreCounts: number[] }>()
  for (let person = 0; person < data.persons; person++) {
    const weight = data.weights?.[person] ?? 1
    if (weight === 0) continue
    const set = setOf[person]!
    const group = data.groups?.[person] ?? 0
    const key = set * data.groupCount + group
    let cell = cells.get(key)
    if (!cell) {
      const answered = Array.from(sets[set]!)
      const most = answered.reduce((sum, item) => sum + data.highest[item]!, 0)
      cell = { answered, group, scoreCounts: new Array<number>(most + 1).fill(0) }
      cells.set(key, cell)
    }
    let score = 0
    const start = person * data.items
    for (let item = 0; item < data.items; item++) {
      const value = data.values[start + item]!
      if (value === MISSING) continue
      score += value
      categoryCounts[item]![value]! += weight
    }
    cell.scoreCounts[score]! += weight
  }
  const found = [...cells.values()].filter((cell) => cell.answered.length > 0)
  return {
    items: data.items,
    highest: [...data.highest],
    groupCount: data.groupCount,
    cells: found,
    categoryCounts,
  }
}

/**
 * Adds up statistics of several municipalities or years on the same items: calibrating the sum gives exactly
 * the calibration of the pooled answers.
 *
 * @param parts statistics with the same items in the same order; an item that a part did not give is missing there
 * @param groups `together` keeps group numbers, so that group 0 of each part is one population; `apart` gives
 *   the groups of every part numbers of their own, in order
 * @throws RangeError when there is no part, the items differ in number, or a part is such as no answers have
 */
export function mergeStatistics(
  parts: readonly SufficientStatistics[],
  groups: 'together' | 'apart' = 'together',
): SufficientStatistics {
  const [first] = parts
  if (!first) throw new RangeError('mergeStatistics: parts [] has no entry')
  const odd = parts.find((part) => part.items !== first.items)
  if (odd)
    throw new RangeError(`mergeStatistics: a part with ${odd.items} items among parts with ${first.items}`)
  for (const part of parts) checkStatistics('mergeStatistics', part)
  const highest = first.highest.map((_, item) => Math.max(...parts.map((part) => part.highest[item]!)))
  const cells = new Map<string, { answered: readonly number[]; group: number; scoreCounts: number[] }>()
  let groupCount = 0
  for (const part of parts) {
    const shift = groups === 'apart' ? groupCount : 0
    groupCount = Math.max(groupCount, shift + part.groupCount)
    for (const cell of part.cells) {
      const group = cell.group + shift
      const key = `${group}:${cell.answered.join()}`
      const most = cell.answered.reduce((sum, item) => sum + highest[item]!, 0)
      const into = cells.get(key) ?? {
        answered: cell.answered,
        group,
        scoreCounts: new Array<number>(most + 1).fill(0),
      }
      for (const [score, count] of cell.scoreCounts.entries()) into.scoreCounts[score]! += count
      cells.set(key, into)
    }
  }
  const categoryCounts = highest.map((top, item) =>
    Array.from({ length: top + 1 }, (_, category) =>
      parts.reduce((sum, part) => sum + (part.categoryCounts[item]![category] ?? 0), 0),
    ),
  )
  return { items: first.items, highest, groupCount, cells: [...cells.values()], categoryCounts }
}
