import type { DisclosureRules } from '#modules/registry'
import type { Indicator, Observation, ObservedValue } from '../model.ts'

/** A count of people that a figure is made of, and whether it tells too much. `part` tells it from the figure's others. */
export type PeopleCount = { part: string; count: number; isTelling: boolean }

/** What a figure of an indicator gives away; `counts` is empty where nothing can be added up. */
export type Telling = { isTelling: boolean; counts: PeopleCount[] }

/** What tells whether figures are about people. */
export type AboutPeople = Pick<Indicator, 'aboutPersons' | 'restsOn'>

/** Whether figures of an indicator may tell about single people: they say so, or count answers or are means. */
export const isAboutPeople = ({ aboutPersons, restsOn }: AboutPeople): boolean =>
  aboutPersons || restsOn === 'answers' || restsOn === 'mean'

const NOTHING: Telling = { isTelling: false, counts: [] }
type Rule = DisclosureRules[keyof DisclosureRules]

/**
 * The counts of people behind a figure, and whether it tells too much by itself. Of things nothing does. A percentage
 * of an unknown number of people is judged by nothing but what it says. Of answers nobody says here whether they are
 * of minors, so the stricter rule holds.
 */
export function tellingOf(
  indicator: AboutPeople,
  { value, stated, evidence }: Pick<Observation, 'value' | 'stated' | 'evidence'>,
  rules: DisclosureRules,
): Telling {
  if (!isAboutPeople(indicator)) return NOTHING
  const { restsOn } = indicator
  const n = stated.n ?? evidence?.n ?? null
  const ofPart = restsOn === 'answers' ? rules.minorAnswers : rules.share
  switch (value.kind) {
    case 'number':
      return isCount(value.unit) ? tellingCounts({ '': value.number }, rules.count) : ofFew(n, ofPart)
    case 'share':
      return tellingShare(value, ofPart, n)
    case 'distribution':
      return tellingDistribution(value, { count: rules.count, share: ofPart }, n)
    case 'ratio':
    case 'text':
    case 'missing':
      return NOTHING
  }
}

/** A mean of few people tells about each of them. */
const ofFew = (n: number | null, rule: Rule): Telling =>
  n !== null && n < rule.leastPeople ? { isTelling: true, counts: [] } : NOTHING

const isCount = (unit: string) => unit === 'count' || unit === 'heads'

function tellingCounts(counts: Readonly<Record<string, number>>, rule: Rule): Telling {
  const judged = Object.entries(counts).map(([part, count]) => ({
    part,
    count,
    isTelling: isFew(count, rule),
  }))
  return { isTelling: judged.some(({ isTelling }) => isTelling), counts: judged }
}

const isFew = (count: number, { leastCount, zeros }: Rule): boolean =>
  count === 0 ? zeros === 'hide' : Math.abs(count) < leastCount

function tellingShare(
  { number, numerator, denominator }: Extract<ObservedValue, { kind: 'share' }>,
  rule: Rule,
  n: number | null,
): Telling {
  const whole = denominator ?? n ?? undefined
  if (whole === undefined) {
    return numerator === undefined ? NOTHING : tellingCounts({ numerator }, { ...rule, zeros: 'print' })
  }
  const part = numerator ?? Math.round((number * whole) / 100)
  const isTelling = whole < rule.leastPeople || isFew(part, rule) || isFew(whole - part, rule)
  // Where only one of the counts is stated, no sum can be drawn from the other.
  if (numerator === undefined || denominator === undefined) return { isTelling, counts: [] }
  return {
    isTelling,
    counts: [
      { part: 'numerator', count: part, isTelling },
      { part: 'denominator', count: whole, isTelling: whole < rule.leastPeople },
    ],
  }
}

function tellingDistribution(
  { unit, parts }: Extract<ObservedValue, { kind: 'distribution' }>,
  rules: { count: Rule; share: Rule },
  n: number | null,
): Telling {
  if (isCount(unit)) {
    return tellingCounts(
      Object.fromEntries(parts.map(({ category, value }) => [category, value])),
      rules.count,
    )
  }
  if (n === null) return NOTHING
  const counts = parts.map(({ value }) => Math.round((value * n) / 100))
  const isTelling =
    n < rules.share.leastPeople ||
    counts.some((count) => isFew(count, { ...rules.share, zeros: 'print' }) || isAll(count, n, rules.share))
  return { isTelling, counts: [] }
}

/** Everybody, or all but a few, in one category: then nobody or few are in the others. */
const isAll = (count: number, n: number, rule: Rule) => isFew(n - count, rule)
