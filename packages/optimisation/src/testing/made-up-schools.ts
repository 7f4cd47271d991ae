import { seeded } from '../../bench/instance.ts'
import type { EnrolmentHistory } from '../forecast/history.ts'

/** How families move in a made-up municipality; standard deviations are shares of pupils in one year. */
export type MadeUpWorld = {
  schools: number
  /** Of what all schools and grades have in common. */
  sharedShock: number
  /** Of what the grades of one school have in common. */
  schoolShock: number
}

/** The nine grades of basic school. */
export const basicGrades = Array.from({ length: 9 }, (_, index) => String(index + 1))

const YEARS = 16

/** A school's pupils, and the births around it of the cohorts that enter in the same years. */
export type MadeUpSchool = EnrolmentHistory & { births: readonly number[] }

/**
 * Schools over 16 years: four of a hundred leave and three come, each by chance; births fall by 2 % a year, and as
 * many enter as were born, but for chance.
 */
export function madeUpSchools(
  { schools, sharedShock, schoolShock }: MadeUpWorld,
  seed: number,
): MadeUpSchool[] {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const shocks = Array.from({ length: YEARS }, () => sharedShock * normal())
  const survivors = (before: number, shock: number) => {
    let after = 0
    for (let pupil = 0; pupil < before; pupil++) {
      if (random() > 0.04 - shock) after++
      if (random() < 0.03 + shock) after++
    }
    return after
  }
  return Array.from({ length: schools }, () => {
    const size = 12 + 60 * random()
    const pupils = [basicGrades.map(() => Math.round(size))]
    for (let year = 1; year < YEARS; year++) {
      const last = pupils[year - 1] ?? []
      const shock = (shocks[year] ?? 0) + schoolShock * normal()
      const entering = Math.max(0, Math.round(size * 0.98 ** year + Math.sqrt(size) * normal()))
      pupils.push(
        basicGrades.map((_, grade) => (grade === 0 ? entering : survivors(last[grade - 1] ?? 0, shock))),
      )
    }
    const births = pupils.map((_, year) => size * 0.98 ** year)
    return { firstYear: 2010, grades: basicGrades, pupils, births }
  })
}
