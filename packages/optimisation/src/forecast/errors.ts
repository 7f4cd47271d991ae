import type { EntryForecast } from './entries.ts'
import type { SurvivalTable } from './survival.ts'

/** What the errors of a forecast are made of so far. */
export type Errors = {
  /** `grades × grades`: covariance from cohorts that go on otherwise than the ratio says. */
  chance: readonly (readonly number[])[]
  /** `grades × steps`: pupils more in a grade for each 1 by which the ratio of a step is wrong. */
  slope: readonly (readonly number[])[]
}

/** Nothing is wrong with what was counted. */
export function noErrors(grades: number): Errors {
  const zeros = (columns: number) => Array.from({ length: grades }, () => new Array<number>(columns).fill(0))
  return { chance: zeros(grades), slope: zeros(grades - 1) }
}

/** The errors one year on, when `pupils` (a count for each grade) move up. */
export function nextErrors(
  { steps, correlation }: SurvivalTable,
  pupils: readonly number[],
  { chance, slope }: Errors,
  entry: EntryForecast,
): Errors {
  const fresh = pupils.map((_, grade) => {
    const step = steps[grade - 1]
    return step ? Math.sqrt(step.dispersion * (pupils[grade - 1] ?? 0)) : (entry.standardDeviation ?? 0)
  })
  const ratio = (grade: number) => steps[grade - 1]?.ratio ?? 0
  return {
    chance: pupils.map((_, row) =>
      pupils.map((_, column) => {
        const moved = ratio(row) * ratio(column) * (chance[row - 1]?.[column - 1] ?? 0)
        const together = row === column ? 1 : row === 0 || column === 0 ? 0 : correlation
        return moved + together * (fresh[row] ?? 0) * (fresh[column] ?? 0)
      }),
    ),
    slope: pupils.map((_, grade) =>
      steps.map((_, step) => {
        const moved = ratio(grade) * (slope[grade - 1]?.[step] ?? 0)
        return moved + (step === grade - 1 ? (pupils[step] ?? 0) : 0)
      }),
    ),
  }
}

/** Covariance of the grades (`grades × grades`): chance, and not knowing the ratios. */
export function covarianceOf({ steps, correlation }: SurvivalTable, { chance, slope }: Errors): number[][] {
  const unsure = steps.map(({ dispersion, exposed }) => (exposed > 0 ? Math.sqrt(dispersion / exposed) : 0))
  const common = slope.map((row) => row.reduce((sum, each, step) => sum + each * (unsure[step] ?? 0), 0))
  return chance.map((line, row) =>
    line.map((value, column) => {
      const own = steps.reduce((sum, _, step) => {
        return sum + (slope[row]?.[step] ?? 0) * (slope[column]?.[step] ?? 0) * (unsure[step] ?? 0) ** 2
      }, 0)
      const shared = (common[row] ?? 0) * (common[column] ?? 0)
      return value + (1 - correlation) * own + correlation * shared
    }),
  )
}
