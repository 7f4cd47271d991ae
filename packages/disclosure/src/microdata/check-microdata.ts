import { checkCount } from '../argument-checks.ts'

/** One row of microdata: field → value. */
export type MicrodataRecord = Readonly<Record<string, string | number>>

export type MicrodataRules = {
  /** Fields that an outsider may know of somebody, such as school, grade and sex. */
  identifying: readonly string[]
  /** Fields that nobody may learn. */
  sensitive: readonly string[]
  /** Fewest records that must look alike in the identifying fields; the default is 5. */
  anonymity?: number
  /** Fewest different values of each sensitive field among records that look alike; the default is 2. */
  diversity?: number
}

export type MicrodataVerdict = {
  /** Whether the records may be handed to researchers; if not, coarsen fields or leave out the `weak` records. */
  mayExport: boolean
  /** k: the fewest records that look alike; 0 without records. */
  anonymity: number
  /** l: the fewest different values of a sensitive field among records that look alike; 0 without any. */
  diversity: number
  /** Positions of the records that stand out or whose class tells a sensitive value. */
  weak: number[]
}

/**
 * Judges microdata before it is exported: k-anonymity over the identifying fields and distinct l-diversity of each
 * sensitive one.
 *
 * @throws RangeError when a record lacks a field or a number in it is not finite, or a rule is not a whole number from 1
 * @see Sweeney (2002), k-anonymity, IJUFKS 10(5); Machanavajjhala et al. (2007), l-diversity, TKDD 1(1)
 */
export function checkMicrodata(records: readonly MicrodataRecord[], rules: MicrodataRules): MicrodataVerdict {
  const { identifying, sensitive, anonymity = 5, diversity = 2 } = rules
  checkCount('checkMicrodata', 'anonymity', anonymity, 1)
  checkCount('checkMicrodata', 'diversity', diversity, 1)
  const classes = new Map<string, number[]>()
  for (const position of records.keys()) {
    const name = JSON.stringify(identifying.map((field) => fieldOf(records, position, field)))
    const members = classes.get(name)
    if (members) members.push(position)
    else classes.set(name, [position])
  }
  const judged = [...classes.values()].map((members) => {
    const values = sensitive.map((field) => new Set(members.map((each) => fieldOf(records, each, field))))
    return { members, diversity: Math.min(...values.map(({ size }) => size)) }
  })
  const weak = judged
    .filter((each) => each.members.length < anonymity || each.diversity < diversity)
    .flatMap(({ members }) => members)
  return {
    mayExport: weak.length === 0,
    anonymity: least(judged.map(({ members }) => members.length)),
    diversity: least(judged.map((each) => each.diversity)),
    weak: weak.sort((a, b) => a - b),
  }
}

function fieldOf(records: readonly MicrodataRecord[], position: number, field: string): string | number {
  const value = records[position]?.[field]
  if (value === undefined || value === null) {
    throw new RangeError(`checkMicrodata: record ${position} has no field ${field}`)
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`checkMicrodata: record ${position} has the value ${value} for ${field}`)
  }
  return value
}

function least(numbers: readonly number[]): number {
  const smallest = numbers.reduce((min, each) => Math.min(min, each), Infinity)
  return Number.isFinite(smallest) ? smallest : 0
}
