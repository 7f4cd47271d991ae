import type { PrimaryRules } from '../primary/rules.ts'

/** What a number counts, and whether it can tell on anybody. */
export type Measure = {
  /**
   * Pupils, parents, teachers: true. Programmes, buildings, computers: false, and no cell is sensitive. Money of
   * institutions: false, with `rules` that name dominance or p %, by which alone it is judged.
   */
  aboutPersons: boolean
  /** Whether values are whole numbers; the default is true. */
  whole?: boolean
  /** What everybody knows a value cannot be below; the default is 0. */
  lowest?: number
  /** Rules that differ from those of the release. */
  rules?: Partial<PrimaryRules>
}

/**
 * The measure of a name.
 *
 * @throws RangeError when it is not described, or not classed as about persons or not
 */
export function measureOf(measures: Readonly<Record<string, Measure>>, name: string): Measure {
  const measure = Object.hasOwn(measures, name) ? measures[name] : undefined
  if (typeof measure?.aboutPersons !== 'boolean') {
    throw new RangeError(`linkTables: measure ${name} is not classed as about persons or not`)
  }
  return measure
}

/** Whether any cell of a measure can be sensitive. */
export function isJudged(measure: Measure | undefined): boolean {
  return (
    measure !== undefined &&
    (measure.aboutPersons || Boolean(measure.rules?.dominance ?? measure.rules?.pPercent))
  )
}
