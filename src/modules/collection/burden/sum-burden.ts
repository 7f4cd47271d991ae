/** Minutes of one institution and one call. */
type Minutes = { plannedMinutes: number; actualMinutes: number | null }

/** Minutes of several of them together. */
export type BurdenSum = {
  /** How many they are, and how many have said how long it took. */
  count: number
  said: number
  plannedMinutes: number
  /** Of those that have said it: what was planned for them, and what it took. Null where nobody has. */
  ofSaid: { plannedMinutes: number; actualMinutes: number } | null
}

/** Adds up minutes; what was not said is not nothing, and is compared with nothing. */
export function sumBurden(rows: readonly Minutes[]): BurdenSum {
  const said = rows.filter(({ actualMinutes }) => actualMinutes !== null)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const planned = (some: readonly Minutes[]) => sum(some.map(({ plannedMinutes }) => plannedMinutes))
  return {
    count: rows.length,
    said: said.length,
    plannedMinutes: planned(rows),
    ofSaid:
      said.length === 0
        ? null
        : {
            plannedMinutes: planned(said),
            actualMinutes: sum(said.map(({ actualMinutes }) => actualMinutes ?? 0)),
          },
  }
}
