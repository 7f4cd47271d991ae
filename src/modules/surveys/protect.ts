import { surveyItemRule } from '@izaugsme/disclosure'
import { feasibleCounts, nearestFeasibleShares } from '@izaugsme/statistics'
import type { DisclosureRules } from '#modules/registry'
import type { PrintedMean, SurveyGroup, SurveyItem, SurveyResult, SurveyTable } from './model.ts'

type Rule = DisclosureRules['adultAnswers']

/**
 * The table as the public may see it; the one place where that is decided. A share is covered when any whole count that
 * prints so is about too few people, or leaves too few over; the number of respondents when it is itself too small. A
 * printed mean goes with any part of it that is covered. What is computed from the rest is a function of what is shown.
 *
 * @param rules in force on the day of reading
 */
export function protectTable(table: SurveyTable, rules: DisclosureRules): SurveyTable {
  const ruleOf = new Map(table.groups.map((group) => [group.code, { group, rule: ruleFor(group, rules) }]))
  const results = table.results.map((result) => {
    const of = ruleOf.get(result.group)
    return of && tellsOnFew(of.group, result, of.rule) ? coverResult(result) : result
  })
  const secret = results.filter(({ missing }) => missing === 'confidential')
  const small = new Set(
    [...ruleOf.values()].flatMap(({ group, rule }) => (isTooSmall(group, rule) ? group.code : [])),
  )
  return {
    survey: table.survey,
    groups: table.groups.map((group) =>
      small.has(group.code) ? coverGroup(group, ruleFor(group, rules)) : group,
    ),
    items: table.items.map((item) =>
      secret.some((result) => result.item === item.code) ? coverMeanOfItem(item) : item,
    ),
    results,
    printedMeans: table.printedMeans.map((mean) => {
      const parts = itemsIn(table, mean.scope)
      const isSecret = secret.some(({ group, item }) => group === mean.group && parts.has(item))
      return isSecret || small.has(mean.group) ? coverMean(mean) : mean
    }),
  }
}

/** Whether anything that the source prints is covered in the table. */
export const hasCovered = ({ groups, items, results, printedMeans }: SurveyTable): boolean =>
  groups.some(({ fewerThan }) => fewerThan !== undefined) ||
  items.some(({ isMeanCovered }) => isMeanCovered === true) ||
  [...results, ...printedMeans].some(({ isCovered }) => isCovered === true)

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

const isTooSmall = ({ respondents }: SurveyGroup, { leastPeople }: Rule) =>
  respondents === null || respondents < leastPeople

function tellsOnFew({ respondents }: SurveyGroup, { share, decimals }: SurveyResult, rule: Rule): boolean {
  if (share === null) return false
  if (respondents === null) return true
  return countsBehind(share / 100, respondents, decimals).some((count) =>
    isHidden(count, respondents, rule),
  )
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

const coverResult = (result: SurveyResult): SurveyResult => ({
  ...result,
  share: null,
  decimals: 0,
  missing: 'confidential',
  isCovered: true,
})

/** Without the number of respondents and everything from which it follows. */
function coverGroup(group: SurveyGroup, { leastPeople }: Rule): SurveyGroup {
  const { population } = group
  return {
    ...group,
    respondents: null,
    fewerThan: leastPeople,
    responseShare: null,
    population:
      population.kind === 'given' && population.best >= leastPeople ? population : { kind: 'unknown' },
  }
}

const coverMeanOfItem = (item: SurveyItem): SurveyItem =>
  item.printedMean === null ? item : { ...item, printedMean: null, isMeanCovered: true }

const coverMean = (mean: PrintedMean): PrintedMean => ({
  ...mean,
  percent: null,
  decimals: 0,
  isCovered: true,
})
