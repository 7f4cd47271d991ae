import {
  EXACT_POPULATION_LIMIT,
  feasibleCounts,
  type ObservedShare,
  type ShareInterval,
  shareInterval,
} from '@izaugsme/statistics'
import type { LocalText } from '#platform/texts/text.ts'
import type { Population, SurveyGroup, SurveyResult, SurveyTable } from './model.ts'
import { bestPopulation } from './population.ts'

export type IntervalMethod = ShareInterval['method']

/** What a share of those who answered says about everybody in the group. */
export type Estimate = {
  group: string
  item: string
  respondents: number
  population: Population
  /** As printed, as a share of 1. */
  share: number
  /** Bounds of the 95 % interval, as shares of 1. */
  low: number
  high: number
  method: IntervalMethod
  /** Whole count that the interval rests on; null when it rests on the printed share. */
  successes: number | null
}

/** How the interval beside a share is chosen, the first that fits; shown where intervals are shown. */
export const INTERVAL_METHODS: readonly { method: IntervalMethod; name: LocalText; usedWhen: LocalText }[] = [
  {
    method: 'census',
    name: { lv: 'bez intervāla', en: 'no interval' },
    usedWhen: {
      lv: 'Atbildēja visi: daļa ir zināma, nevis novērtēta.',
      en: 'Everybody answered: the share is known, not estimated.',
    },
  },
  {
    method: 'exact',
    name: { lv: 'precīzais (hiperģeometriskais) intervāls', en: 'exact (hypergeometric) interval' },
    usedWhen: {
      lv: `Grupā ir ne vairāk kā ${EXACT_POPULATION_LIMIT} cilvēku: pārbauda katru iespējamo skaitu visā grupā.`,
      en: `At most ${EXACT_POPULATION_LIMIT} people in the group: every possible count among all of them is tried.`,
    },
  },
  {
    method: 'wilsonFinite',
    name: {
      lv: 'Vilsona intervāls ar galīgas kopas labojumu',
      en: 'Wilson interval with finite population correction',
    },
    usedWhen: {
      lv: `Grupā ir vairāk nekā ${EXACT_POPULATION_LIMIT} cilvēku: jo lielāka daļa atbildēja, jo šaurāks intervāls.`,
      en: `More than ${EXACT_POPULATION_LIMIT} people in the group: the larger the part that answered, the narrower.`,
    },
  },
  {
    method: 'wilson',
    name: { lv: 'Vilsona intervāls bez labojuma', en: 'Wilson interval without correction' },
    usedWhen: {
      lv: 'Nav zināms, cik cilvēku ir grupā: intervāls var būt platāks, nekā vajadzētu.',
      en: 'It is not known how many people the group has: the interval may be wider than it need be.',
    },
  },
]

/** What every interval takes for granted; belongs on every page that shows one. */
export const INTERVAL_ASSUMPTION: LocalText = {
  lv: 'Intervāls ir spēkā, ja tie, kas neatbildēja, domā līdzīgi tiem, kas atbildēja.',
  en: 'The interval holds if those who did not answer are like those who did.',
}

/**
 * A result as the statistics take it. When only one whole count of the respondents prints as the share,
 * that count is used; otherwise the share as printed.
 *
 * @returns null when the result is missing
 */
export function observedShare(group: SurveyGroup, result: SurveyResult): ObservedShare | null {
  const { respondents } = group
  if (result.share === null || respondents === null) return null
  const share = result.share / 100
  const counts = feasibleCounts(share, respondents, result.decimals)
  return {
    share,
    sample: respondents,
    population: bestPopulation(group.population),
    successes: counts.length === 1 ? counts[0] : undefined,
  }
}

/**
 * The share with its 95 % interval, by the rule of `INTERVAL_METHODS`. The interval holds the printed
 * share unless no whole count can print so; then it is the interval of the nearest count.
 *
 * @returns null when the result is missing
 */
export function estimateResult(group: SurveyGroup, result: SurveyResult): Estimate | null {
  const observed = observedShare(group, result)
  if (!observed) return null
  const { low, high, method, successes } = shareInterval(observed)
  return {
    group: group.code,
    item: result.item,
    respondents: observed.sample,
    population: group.population,
    share: observed.share,
    low,
    high,
    method,
    successes: successes ?? null,
  }
}

/** Estimates of all results that are not missing, in the order of items and then of groups. */
export function estimateTable(table: SurveyTable): Estimate[] {
  const find = resultFinder(table)
  return table.items.flatMap((item) =>
    table.groups.flatMap((group) => {
      const result = find(group.code, item.code)
      return (result && estimateResult(group, result)) ?? []
    }),
  )
}

/** Looks results up by group and item. */
export function resultFinder({ results }: Pick<SurveyTable, 'results'>) {
  const byCell = new Map(results.map((result) => [`${result.group}·${result.item}`, result]))
  return (group: string, item: string): SurveyResult | undefined => byCell.get(`${group}·${item}`)
}
