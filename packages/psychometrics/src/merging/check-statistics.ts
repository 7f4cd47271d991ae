import type { ScoreCell, SufficientStatistics } from './sufficient-statistics.ts'

/** How far sums of weights may be apart, as a share of them. */
const ROUNDING = 1e-9

/**
 * Refuses statistics that no answers can have: what arrives from another office may be cut, edited or of another test.
 *
 * @throws RangeError when shapes do not fit, counts are negative, or the scores do not add up to the points of the
 *   categories
 */
export function checkStatistics(caller: string, statistics: SufficientStatistics): void {
  const { items, highest, groupCount, cells, categoryCounts } = statistics
  if (highest.length !== items || categoryCounts.length !== items) {
    throw new RangeError(
      `${caller}: ${highest.length} highest categories and ${categoryCounts.length} counts for ${items} items`,
    )
  }
  for (const [item, counts] of categoryCounts.entries()) {
    if (counts.length !== highest[item]! + 1 || !counts.every(isCount)) {
      throw new RangeError(
        `${caller}: item ${item} has the counts ${counts} for categories up to ${highest[item]}`,
      )
    }
  }
  const answers = new Float64Array(items)
  let points = 0
  for (const [at, cell] of cells.entries()) {
    checkCell(caller, at, cell, highest, groupCount)
    const persons = sumOf(cell.scoreCounts)
    for (const item of cell.answered) answers[item]! += persons
    points += cell.scoreCounts.reduce((sum, count, score) => sum + count * score, 0)
  }
  const odd = categoryCounts.findIndex((counts, item) => !isNear(sumOf(counts), answers[item]!))
  if (odd >= 0) {
    throw new RangeError(
      `${caller}: item ${odd} has ${sumOf(categoryCounts[odd]!)} answers by its categories and ${answers[odd]} by the scores`,
    )
  }
  const earned = categoryCounts.reduce(
    (sum, counts) => sum + counts.reduce((own, count, category) => own + count * category, 0),
    0,
  )
  if (!isNear(earned, points)) {
    throw new RangeError(`${caller}: categories earn ${earned} points, scores ${points}`)
  }
}

function checkCell(
  caller: string,
  at: number,
  { answered, group, scoreCounts }: ScoreCell,
  highest: readonly number[],
  groupCount: number,
): void {
  const isAscending = answered.every((item, place) => {
    return highest[item] !== undefined && (place === 0 || item > answered[place - 1]!)
  })
  if (!isAscending) throw new RangeError(`${caller}: cell ${at} names the items ${answered}, not ascending`)
  if (!(Number.isInteger(group) && group >= 0 && group < groupCount)) {
    throw new RangeError(`${caller}: cell ${at} is of group ${group}, none of ${groupCount}`)
  }
  const most = answered.reduce((sum, item) => sum + highest[item]!, 0)
  if (scoreCounts.length !== most + 1 || !scoreCounts.every(isCount)) {
    throw new RangeError(`${caller}: cell ${at} has the counts ${scoreCounts} for scores up to ${most}`)
  }
}

function isCount(count: number): boolean {
  return count >= 0 && count < Infinity
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= ROUNDING * Math.max(1, one, other)
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
