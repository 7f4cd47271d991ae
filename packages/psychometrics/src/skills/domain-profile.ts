import { chancesAtMiddle } from '../conditional/reference-ability.ts'
import { scoreDistribution } from '../conditional/score-distribution.ts'
import { MISSING, type Responses } from '../data/responses.ts'
import { checkItems } from '../models/check-items.ts'
import type { Item } from '../models/item.ts'

/** What a total score lets one expect on a group of items. */
export type DomainExpectation = {
  readonly total: number
  readonly expected: number
  readonly variance: number
}

/**
 * Expected points on a skill for each total score on the test, with their variance, under the Rasch or partial
 * credit model: E[s_D | s] = Σ k·γₖ(D)·γ₍s₋ₖ₎(rest) / γₛ. No ability enters, so it holds for any group of pupils.
 *
 * @param items of the test, as calibrated
 * @param domain places of the skill's items
 * @returns one for each total 0…maximum
 * @throws RangeError when slopes differ, or the skill has no item, all of them or one twice
 * @see dexter (Maris et al.), `profile_tables`
 */
export function domainExpectations(items: readonly Item[], domain: readonly number[]): DomainExpectation[] {
  checkDomain('domainExpectations', items, domain)
  const chances = chancesAtMiddle(items)
  const inside = scoreDistribution(chances.filter((_, at) => domain.includes(at)))
  const outside = scoreDistribution(chances.filter((_, at) => !domain.includes(at)))
  return Array.from({ length: inside.length + outside.length - 1 }, (_, total) => {
    let [sum, first, second] = [0, 0, 0]
    for (let k = Math.max(0, total - outside.length + 1); k < inside.length && k <= total; k++) {
      const chance = inside[k]! * outside[total - k]!
      sum += chance
      first += k * chance
      second += k * k * chance
    }
    const expected = first / sum
    return { total, expected, variance: Math.max(0, second / sum - expected * expected) }
  })
}

/** How a class or school did on a skill, compared with pupils anywhere who have the same totals. */
export type GroupResidual = {
  readonly group: number
  /** weighted */
  readonly pupils: number
  /** mean points above what the totals let expect, per pupil, and its standard error */
  readonly residual: number
  readonly error: number
  /** residual / error */
  readonly z: number
}

/**
 * Mean residuals of groups on a skill: observed points less those expected given each pupil's total. That the
 * skill was simply harder is thereby taken out. The standard error is exact under the model: the groups'
 * pupils are those who came, not a sample. Weights count as so many pupils.
 *
 * @param groupOf per person the number of its class or school; negative leaves the person out
 * @returns one for each group, in order of its number; booklets are matched by the items each pupil answered
 * @throws RangeError as `domainExpectations`, and when lengths differ
 */
export function groupResiduals(
  data: Responses,
  items: readonly Item[],
  domain: readonly number[],
  groupOf: ArrayLike<number>,
): GroupResidual[] {
  checkItems('groupResiduals', data, items)
  checkDomain('groupResiduals', items, domain)
  if (groupOf.length !== data.persons) {
    throw new RangeError(`groupResiduals: groupOf has ${groupOf.length} values for ${data.persons} persons`)
  }
  const inDomain = new Set(domain)
  const tables = new Map<string, DomainExpectation[] | undefined>()
  const sums = new Map<number, { pupils: number; residual: number; variance: number }>()
  for (let person = 0; person < data.persons; person++) {
    const group = groupOf[person]!
    if (!Number.isFinite(group)) {
      throw new RangeError(`groupResiduals: group ${group} of person ${person} is not a number`)
    }
    const weight = data.weights?.[person] ?? 1
    if (group < 0 || weight === 0) continue
    const row = data.values.subarray(person * data.items, (person + 1) * data.items)
    const answered = [...row.keys()].filter((item) => row[item] !== MISSING)
    const key = answered.join()
    if (!tables.has(key)) tables.set(key, tableFor(items, answered, inDomain))
    const table = tables.get(key)
    if (!table) continue
    let [total, points] = [0, 0]
    for (const item of answered) {
      total += row[item]!
      if (inDomain.has(item)) points += row[item]!
    }
    const sum = sums.get(group) ?? { pupils: 0, residual: 0, variance: 0 }
    sum.pupils += weight
    sum.residual += weight * (points - table[total]!.expected)
    sum.variance += weight * table[total]!.variance
    sums.set(group, sum)
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([group, { pupils, residual, variance }]) => ({
      group,
      pupils,
      residual: residual / pupils,
      error: Math.sqrt(variance) / pupils,
      z: variance > 0 ? residual / Math.sqrt(variance) : 0,
    }))
}

function tableFor(items: readonly Item[], answered: readonly number[], inDomain: ReadonlySet<number>) {
  const places = [...answered.keys()].filter((at) => inDomain.has(answered[at]!))
  if (places.length === 0 || places.length === answered.length) return undefined
  return domainExpectations(
    answered.map((item) => items[item]!),
    places,
  )
}

function checkDomain(caller: string, items: readonly Item[], domain: readonly number[]): void {
  const slope = items[0]?.slope
  const odd = items.findIndex((item) => item.kind !== 'partialCredit' || item.slope !== slope)
  if (odd >= 0)
    throw new RangeError(`${caller}: item ${odd} has a slope or kind of its own, totals do not suffice`)
  const wrong = domain.find((at) => !(Number.isInteger(at) && at >= 0 && at < items.length))
  if (wrong !== undefined) throw new RangeError(`${caller}: there is no item ${wrong} among ${items.length}`)
  const size = new Set(domain).size
  if (size < domain.length) throw new RangeError(`${caller}: the skill ${domain} names an item twice`)
  if (size === 0 || size === items.length) {
    throw new RangeError(
      `${caller}: a skill of ${size} items out of ${items.length} leaves nothing to compare`,
    )
  }
}
