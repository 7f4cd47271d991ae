import type { EntryForecast } from './entries.ts'
import type { SurvivalTable } from './survival.ts'

/** What the errors of a forecast are made of so far. */
export type Errors = {
  /** `grades × grades`: covariance from cohorts that go on otherwise than the ratio says, each by itself. */
  own: readonly (readonly number[])[]
  /** The same if all grades of a year erred together, wholly. */
  common: readonly (readonly number[])[]
  /** `grades × steps`: pupils more in a grade for each 1 by which the ratio of a step is wrong. */
  slope: readonly (readonly number[])[]
  /** By grade: variance of the cohort that entered, in what each year of entry errs by itself. */
  entered: readonly number[]
  /** By grade: deviation of the cohort that entered, in what all years of entry err alike. */
  shared: readonly number[]
}

/**
 * Variance of a sum of grades if grades err each by itself, and if they err all together; and what the entries add.
 */
export type Variances = { own: number; common: number; entries: number }

/** Nothing is wrong with what was counted. */
export const noErrors: Errors = { own: [], common: [], slope: [], entered: [], shared: [] }

/** The errors one year on, when `pupils` (a count for each grade) move up. */
export function nextErrors(
  { steps }: SurvivalTable,
  pupils: readonly number[],
  { own, common, slope, entered, shared }: Errors,
  { standardDeviation = 0, sharedDeviation = 0 }: EntryForecast,
): Errors {
  const ratio = (grade: number) => steps[grade - 1]?.ratio ?? 0
  const fresh = pupils.map((_, grade) =>
    Math.sqrt((steps[grade - 1]?.dispersion ?? 0) * (pupils[grade - 1] ?? 0)),
  )
  const shock = pupils.map((_, grade) => {
    const { dispersion = 0, exposed = 0, ratios = [] } = steps[grade - 1] ?? {}
    const before = pupils[grade - 1] ?? 0
    return exposed > 0 ? before * Math.sqrt((dispersion * ratios.length) / exposed) : fresh[grade]!
  })
  const moveUp = (before: Errors['own'], added: (row: number, column: number) => number) =>
    pupils.map((_, row) =>
      pupils.map(
        (_, column) => ratio(row) * ratio(column) * (before[row - 1]?.[column - 1] ?? 0) + added(row, column),
      ),
    )
  return {
    own: moveUp(own, (row, column) => (row === column ? fresh[row]! ** 2 : 0)),
    common: moveUp(common, (row, column) => shock[row]! * shock[column]!),
    slope: pupils.map((_, grade) =>
      steps.map((_, step) => {
        const moved = ratio(grade) * (slope[grade - 1]?.[step] ?? 0)
        return moved + (step === grade - 1 ? pupils[step]! : 0)
      }),
    ),
    entered: pupils.map((_, grade) =>
      grade === 0
        ? standardDeviation ** 2 - sharedDeviation ** 2
        : ratio(grade) ** 2 * (entered[grade - 1] ?? 0),
    ),
    shared: pupils.map((_, grade) =>
      grade === 0 ? sharedDeviation : ratio(grade) * (shared[grade - 1] ?? 0),
    ),
  }
}

/** Variances of a sum of grades: chance, and not knowing the ratios, which is one error for all years ahead. */
export function variancesOf(
  { steps }: SurvivalTable,
  { own, common, slope, entered, shared }: Errors,
  grades: readonly number[],
): Variances {
  const sumOver = (matrix: Errors['own']) =>
    grades.reduce((sum, row) => grades.reduce((part, column) => part + matrix[row]![column]!, sum), 0)
  const unsure = steps.map(({ dispersion, exposed }, step) => {
    const together = grades.reduce((sum, grade) => sum + slope[grade]![step]!, 0)
    return exposed > 0 ? together * Math.sqrt(dispersion / exposed) : 0
  })
  const sumOf = (values: readonly number[]) => grades.reduce((sum, grade) => sum + values[grade]!, 0)
  return {
    entries: sumOf(entered) + sumOf(shared) ** 2,
    own: sumOver(own) + unsure.reduce((sum, each) => sum + each ** 2, 0),
    common: sumOver(common) + unsure.reduce((sum, each) => sum + each, 0) ** 2,
  }
}

/**
 * The variance of a sum of grades and the degrees of freedom behind it.
 *
 * What grades have in common shows once a year, however many they are, so it rests on the years alone; what each does
 * by itself shows in every grade. Satterthwaite's rule joins the two and the entries; the degrees are rounded down, as
 * in tables, so that intervals err on the wide side.
 *
 * @param grades how many grades the sum has
 * @param entryDegrees degrees of freedom behind the deviation of entries
 * @see Satterthwaite (1946), Biometrics Bulletin 2(6):110
 */
export function spreadOf(
  { steps, degrees, ownDegrees, yearDegrees, yearShare }: SurvivalTable,
  { own, common, entries }: Variances,
  grades: number,
  entryDegrees: number,
): { variance: number; degrees: number } {
  const count = steps.length
  const byYear = yearShare * common
  const alone = count > 1 ? ((1 - yearShare) * Math.max(0, count * own - common)) / (count - 1) : 0
  const variance = byYear + alone + entries
  if (yearDegrees === 0 || variance === 0) return { variance, degrees: yearDegrees }
  const ownWeight = (ownDegrees / degrees) ** 2
  const aloneDegrees = ownDegrees / (ownWeight / grades + (1 - ownWeight) / count)
  const joined =
    variance ** 2 / (byYear ** 2 / yearDegrees + alone ** 2 / aloneDegrees + entries ** 2 / entryDegrees)
  return { variance, degrees: Math.max(1, Math.floor(joined + 1e-9)) }
}
