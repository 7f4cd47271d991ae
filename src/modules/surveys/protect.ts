import { surveyItemRule } from '@izaugsme/disclosure'
import { feasibleCounts, nearestFeasibleShares } from '@izaugsme/statistics'
import type { DisclosureRules } from '#modules/registry'
import type { SurveyGroup, SurveyResult, SurveyTable } from './model.ts'

type Rule = DisclosureRules['adultAnswers']

/**
 * The table with a mark on all that the public may not see of it; the one place where that is decided. A share is
 * covered when any whole count that prints so is about too few people, or leaves too few over; the number of respondents
 * when it is itself too small. A printed mean goes with any part of it that is covered or that the source keeps to itself.
 *
 * @param rules in force on the day of reading
 */
export function markCovered(table: SurveyTable, rules: DisclosureRules): SurveyTable {
  const of = new Map(table.groups.map((group) => [group.code, { group, rule: ruleFor(group, rules) }]))
  const results = table.results.map((result): SurveyResult => {
    const found = of.get(result.group)
    return found && tellsOnFew(found.group, result, found.rule) ? { ...result, isCovered: true } : result
  })
  const secret = results.filter(({ missing, isCovered }) => isCovered || missing === 'confidential')
  const groups = [...of.values()].map(({ group, rule }) => markGroup(group, rule))
  const isSmall = (code: string) =>
    groups.some((group) => group.code === code && group.fewerThan !== undefined)
  return {
    survey: table.survey,
    groups,
    items: table.items.map((item) =>
      item.printedMean !== null && secret.some((result) => result.item === item.code)
        ? { ...item, isMeanCovered: true }
        : item,
    ),
    results,
    printedMeans: table.printedMeans.map((mean) => {
      const parts = itemsIn(table, mean.scope)
      const isSecret = secret.some(({ group, item }) => group === mean.group && parts.has(item))
      return isSecret || isSmall(mean.group) ? { ...mean, isCovered: true } : mean
    }),
  }
}

/**
 * A marked table as the public may see it: what is covered has nothing left that tells it. Everything else is as printed,
 * and whatever is computed from it is a function of what is shown.
 */
export function coverMarked(marked: SurveyTable): SurveyTable {
  return {
    survey: marked.survey,
    groups: marked.groups.map(withoutRespondents),
    items: marked.items.map((item) => (item.isMeanCovered ? { ...item, printedMean: null } : item)),
    results: marked.results.map((result) =>
      result.isCovered ? { ...result, share: null, decimals: 0, missing: 'confidential' } : result,
    ),
    printedMeans: marked.printedMeans.map((mean) =>
      mean.isCovered ? { ...mean, percent: null, decimals: 0 } : mean,
    ),
  }
}

/** The table as the public may see it. */
export const protectTable = (table: SurveyTable, rules: DisclosureRules): SurveyTable =>
  coverMarked(markCovered(table, rules))

/** Of whom nobody says whether they are minors, whatever is stricter holds. */
function ruleFor({ minors }: SurveyGroup, { adultAnswers, minorAnswers }: DisclosureRules): Rule {
  if (minors !== null) return minors ? minorAnswers : adultAnswers
  const both = [adultAnswers, minorAnswers]
  return {
    leastPeople: Math.max(...both.map(({ leastPeople }) => leastPeople)),
    leastCount: Math.max(...both.map(({ leastCount }) => leastCount)),
    zeros: both.some(({ zeros }) => zeros === 'hide') ? 'hide' : 'print',
  }
}

function markGroup(group: SurveyGroup, { leastPeople }: Rule): SurveyGroup {
  const { respondents } = group
  return respondents !== null && respondents < leastPeople ? { ...group, fewerThan: leastPeople } : group
}

function tellsOnFew({ respondents }: SurveyGroup, { share, decimals }: SurveyResult, rule: Rule): boolean {
  if (share === null) return false
  if (respondents === null) return true
  return countsBehind(share / 100, respondents, decimals).some((count) => isHidden(count, respondents, rule))
}

/** Every whole count that prints as the share; where none does, those next to it. */
function countsBehind(share: number, respondents: number, decimals: number): number[] {
  const counts = feasibleCounts(share, respondents, decimals)
  if (counts.length > 0) return counts
  const { below, above } = nearestFeasibleShares(share, respondents, decimals)
  return [below, above].flatMap((one) => one?.successes ?? [])
}

/** Whether that many of the respondents may not be told. */
export function isHidden(count: number, respondents: number, { leastPeople, leastCount, zeros }: Rule) {
  const isNobodyOrAll = count === 0 || count === respondents
  if (isNobodyOrAll && zeros === 'print') return respondents < leastPeople
  const limits = { threshold: leastCount, shareDenominator: leastPeople }
  return surveyItemRule(count, respondents, respondents, limits) === 'hide'
}

/** Codes of the items that a printed mean goes over. */
const itemsIn = ({ items }: SurveyTable, scope: string): ReadonlySet<string> =>
  new Set(items.flatMap(({ code, goal }) => (scope === 'all' || goal === scope ? code : [])))

/** The number of respondents is taken away from a small group, and everything from which it follows. */
function withoutRespondents(group: SurveyGroup): SurveyGroup {
  const { population, fewerThan } = group
  if (fewerThan === undefined) return group
  const isTold = population.kind === 'given' && population.best >= fewerThan
  return {
    ...group,
    respondents: null,
    responseShare: null,
    population: isTold ? population : { kind: 'unknown' },
  }
}
