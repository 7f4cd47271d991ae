/** Pupils expected to enter the lowest grade in one coming year, with a standard deviation when it is known. */
export type EntryForecast = {
  pupils: number
  standardDeviation?: number
  /** The part of the deviation that is one error for all coming years, such as of a rate; 0 by default. */
  sharedDeviation?: number
  /** Degrees of freedom behind the deviation; those of whole years in the history by default. */
  degrees?: number
}

/** What is known of births and of entries: `births` of the cohort that enters in that year, and who entered. */
export type EntryYear = { births: number; entered: number }

/**
 * Entries into the lowest grade from births: the mean enrolment rate of past cohorts times the births of coming ones.
 *
 * The standard deviation holds the spread of past rates and, as births in small places vary, at least what chance
 * alone does to a count. That the rate itself is known only from a few cohorts is one error for all coming years. It
 * says nothing about families that move in or out later.
 *
 * @param past cohorts that have entered, at least one
 * @param births live births of the cohorts that will enter, in order of coming years
 * @throws RangeError when a number is negative or past births are zero
 */
export function entriesFromBirths(past: readonly EntryYear[], births: readonly number[]): EntryForecast[] {
  if (past.length === 0) throw new RangeError('entriesFromBirths: past is empty')
  for (const { births: born, entered } of past) {
    if (!(born > 0 && entered >= 0 && Number.isFinite(born + entered))) {
      throw new RangeError(`entriesFromBirths: ${entered} entered of ${born} born`)
    }
  }
  const rate = past.reduce((sum, year) => sum + year.entered / year.births, 0) / past.length
  const squares = past.reduce((sum, year) => sum + (year.entered - rate * year.births) ** 2 / year.births, 0)
  const byChance = rate * Math.max(0, 1 - rate)
  const seen = past.length > 1 ? squares / (past.length - 1) : 0
  const dispersion = Math.max(byChance, seen)
  const exposed = past.reduce((sum, year) => sum + year.births, 0)
  return births.map((born) => {
    if (!(born >= 0 && Number.isFinite(born))) throw new RangeError(`entriesFromBirths: births ${born}`)
    return {
      pupils: rate * born,
      standardDeviation: Math.sqrt(dispersion * born * (1 + born / exposed)),
      sharedDeviation: born * Math.sqrt(dispersion / exposed),
      ...(seen > byChance ? { degrees: past.length - 1 } : {}),
    }
  })
}
