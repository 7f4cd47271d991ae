import { type Arbitrary, array, constantFrom, double, integer, option, record } from 'fast-check'
import type { NetworkProblem } from '../network/model/problem.ts'

const sometimes = <Value>(arbitrary: Arbitrary<Value>) => option(arbitrary, { nil: undefined, freq: 2 })

/** Small problems of up to 3 schools with every kind of rule: for tests. */
export const problemOf = (mostUnits: number): Arbitrary<NetworkProblem> =>
  record({
    sites: array(
      record({
        capacity: sometimes(integer({ min: 5, max: 30 })),
        minimum: sometimes(integer({ min: 1, max: 12 })),
        runningCost: integer({ min: 0, max: 120 }),
        status: constantFrom('free', 'free', 'free', 'open', 'closed'),
        young: sometimes(
          record({ capacity: integer({ min: 0, max: 15 }), minimum: integer({ min: 0, max: 8 }) }),
        ),
      }),
      { minLength: 2, maxLength: 3 },
    ),
    units: array(
      record({
        pupils: integer({ min: 1, max: 9 }),
        isYoung: constantFrom(true, false),
        present: sometimes(integer({ min: 0, max: 2 })),
        together: constantFrom(undefined, undefined, 'family'),
        area: constantFrom(undefined, 'north', 'south'),
        minutes: array(integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 3, maxLength: mostUnits },
    ),
    travelLimit: integer({ min: 20, max: 45 }),
    mayPresentStay: constantFrom(true, false),
    movingCost: integer({ min: 0, max: 9 }),
    openAtMost: sometimes(integer({ min: 1, max: 3 })),
    openAtLeast: sometimes(integer({ min: 0, max: 2 })),
    fairness: sometimes(
      record({ longest: integer({ min: 0, max: 9 }), worstArea: integer({ min: 0, max: 9 }) }),
    ),
    beyond: sometimes(
      record({ minutes: integer({ min: 5, max: 25 }), weight: double({ min: 0, max: 3, noNaN: true }) }),
    ),
  }).map(({ sites, units, travelLimit, fairness, beyond, openAtMost, openAtLeast, ...rest }) => ({
    ...rest,
    ...defined({ openAtMost, openAtLeast }),
    sites: sites.map(({ young, capacity, minimum, ...site }, index) => ({
      ...site,
      status: site.status as 'free' | 'open' | 'closed',
      id: `s${index}`,
      ...defined({ capacity, minimum }),
      ...(young ? { groups: { young } } : {}),
    })),
    units: units.map(({ pupils, isYoung, present, together, area }, index) => ({
      id: `u${index}`,
      pupils,
      gradeBand: isYoung ? 'young' : 'old',
      // Those who go together and are enrolled are so in one school.
      ...defined({
        together,
        area,
        presentSite: presentOf(together === undefined ? present : present && 0, sites.length),
      }),
    })),
    gradeBands: [{ id: 'young', travelLimit }, { id: 'old' }],
    travel: Float64Array.from(units.flatMap(({ minutes }) => minutes.slice(0, sites.length))),
    fairness: { ...fairness, ...(beyond ? { beyond } : {}) },
  }))

/** So few units that all plans can be tried. */
export const randomProblem = problemOf(5)

function presentOf(present: number | undefined, sites: number): string | undefined {
  return present === undefined ? undefined : `s${present % sites}`
}

/** Without the properties that are undefined. */
function defined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never
}
