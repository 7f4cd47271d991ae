import type { Fund, FundingLine } from './model.ts'

/** Which sum of a line. */
export type SumKind = 'planned' | 'spent'

/** What the actions of a plan, or of a part of it, cost by one kind of sum, and of how many of them that is known. */
export type FundingSum = {
  /** Euros; null when not one sum is known. */
  sum: number | null
  actions: number
  /** Actions of which every line has its sum. */
  known: number
  /** Actions of which some lines have none: they cost more than is counted. */
  partly: number
  /** Actions of which no sum is known. */
  without: number
  /** Actions that need no money of their own. */
  notNeeded: number
}

/**
 * Adds up what is known. What is not known is counted and never taken for 0.
 *
 * @param actions codes of the actions that are looked at; lines of others are passed over
 */
export function sumFunding(
  actions: readonly string[],
  lines: readonly Pick<FundingLine, 'action' | 'fund' | SumKind>[],
  kind: SumKind,
): FundingSum {
  const linesOf = Map.groupBy(lines, ({ action }) => action)
  const total: FundingSum = {
    sum: null,
    actions: actions.length,
    known: 0,
    partly: 0,
    without: 0,
    notNeeded: 0,
  }
  let cents = 0
  let isKnown = false
  for (const action of actions) {
    const own = linesOf.get(action) ?? []
    const asking = own.filter(({ fund }) => fund !== 'none')
    const stated = asking.flatMap((line) => line[kind] ?? [])
    if (own.length > 0 && asking.length === 0) total.notNeeded += 1
    else if (stated.length === 0) total.without += 1
    else if (stated.length < asking.length) total.partly += 1
    else total.known += 1
    for (const sum of stated) cents += Math.round(sum * 100)
    isKnown ||= stated.length > 0
  }
  return { ...total, sum: isKnown ? cents / 100 : null }
}

/** The same by where money comes from: each source with the actions that have a line of it. */
export function sumByFund(
  actions: readonly string[],
  lines: readonly Pick<FundingLine, 'action' | 'fund' | SumKind>[],
  kind: SumKind,
): { fund: Fund; sum: FundingSum }[] {
  const own = lines.filter(({ action, fund }) => fund !== 'none' && actions.includes(action))
  return [...Map.groupBy(own, ({ fund }) => fund)].map(([fund, ofFund]) => {
    const codes = [...new Set(ofFund.map(({ action }) => action))]
    return { fund, sum: sumFunding(codes, ofFund, kind) }
  })
}
