/**
 * Pupils counted once a year on the same day, at one place: a school, a stage or a municipality.
 * `pupils` is `years × grades`, in the order of `grades`; consecutive years, oldest first. NaN stands for a count that
 * is not known and for a grade that was not taught yet: neither tells how many go on, which a 0 would.
 */
export type EnrolmentHistory = {
  firstYear: number
  grades: readonly string[]
  pupils: readonly (readonly number[])[]
}

/**
 * Checks the shape of a history and that counts are NaN, or finite and not negative.
 *
 * @throws RangeError naming the caller, the year and the value
 */
export function checkHistory(caller: string, history: EnrolmentHistory): void {
  const { grades, pupils, firstYear } = history
  if (!Number.isInteger(firstYear))
    throw new RangeError(`${caller}: firstYear ${firstYear} is not a whole number`)
  if (grades.length === 0) throw new RangeError(`${caller}: grades is empty`)
  if (new Set(grades).size !== grades.length) throw new RangeError(`${caller}: grades ${grades} repeat`)
  pupils.forEach((row, index) => {
    const year = firstYear + index
    if (row.length !== grades.length) {
      throw new RangeError(
        `${caller}: pupils of ${year} has ${row.length} counts for ${grades.length} grades`,
      )
    }
    for (const count of row) {
      if (!(Number.isNaN(count) || (count >= 0 && Number.isFinite(count)))) {
        throw new RangeError(`${caller}: pupils of ${year} has the count ${count}`)
      }
    }
  })
}

/** The first `years` rows of a history: what was known then. */
export function historyUntil(history: EnrolmentHistory, years: number): EnrolmentHistory {
  return { ...history, pupils: history.pupils.slice(0, years) }
}

/** The grade whose pupils go on to the next one although their last count is not known. */
export function unknownLastGrade({ grades, pupils }: EnrolmentHistory): string | undefined {
  return grades.find((_, grade) => grade < grades.length - 1 && Number.isNaN(pupils.at(-1)?.[grade]))
}

/**
 * The sum of histories over the same years and grades, for example of all schools of a municipality. What is not known
 * of one of them is not known of the sum.
 *
 * @throws RangeError when there are none, a count is not possible, or their years or grades differ
 */
export function sumHistories(histories: readonly EnrolmentHistory[]): EnrolmentHistory {
  return addHistories('sumHistories', histories)
}

/** The sum of histories, in the name of the function that was called. */
export function addHistories(caller: string, histories: readonly EnrolmentHistory[]): EnrolmentHistory {
  const first = histories[0]
  if (!first) throw new RangeError(`${caller}: histories is empty`)
  for (const each of histories) {
    checkHistory(caller, each)
    const same = each.firstYear === first.firstYear && each.pupils.length === first.pupils.length
    if (!same || each.grades.join('\n') !== first.grades.join('\n')) {
      throw new RangeError(`${caller}: years or grades differ (${each.firstYear}, ${each.grades})`)
    }
  }
  const pupils = first.pupils.map((row, year) =>
    row.map((_, grade) => histories.reduce((sum, each) => sum + each.pupils[year]![grade]!, 0)),
  )
  return { ...first, pupils }
}
