import { checkCount } from '../argument-checks.ts'
import { chiSquareCdf } from '../distributions/chi-square.ts'

/** A group of the register: how many were asked and how many answered. */
export type ResponseGroup = { group: string; asked: number; answered: number }

/** Who answered, and whether those who did are like those who did not in what the register knows. */
export type ResponseTable = {
  groups: (ResponseGroup & { rate: number })[]
  asked: number
  answered: number
  rate: number
  /** Whether response differs between groups more than chance would make it. */
  chiSquare: number
  df: number
  p: number
  /** Strength of that difference, 0 to 1. */
  cramersV: number
  /** 1 less twice the spread of the response rates: 1 when all groups answer alike. */
  representativity: number
  /** Groups in which fewer than 5 answers would be expected; with any, p is rough. */
  smallGroups: number
}

/**
 * Response rates by group of the register, with a χ² test that response does not depend on the group.
 *
 * @param groups at least one, each with at least one person asked
 * @throws RangeError when there are no groups, nobody was asked in one, or a count is not whole, negative or more than
 * were asked
 * @see Schouten, Cobben & Bethlehem (2009), Survey Methodology 35(1), for the representativity indicator;
 * χ² agrees with R `chisq.test(correct = FALSE)`
 */
export function responseTable(groups: readonly ResponseGroup[]): ResponseTable {
  for (const { asked, answered } of groups) {
    checkCount('responseTable', 'asked', asked, 1)
    checkCount('responseTable', 'answered', answered, 0, asked)
  }
  if (groups.length === 0) throw new RangeError('responseTable: no groups')
  const asked = groups.reduce((sum, group) => sum + group.asked, 0)
  const answered = groups.reduce((sum, group) => sum + group.answered, 0)
  const rate = answered / asked
  const rated = groups.map((group) => ({ ...group, rate: group.answered / group.asked }))
  const between = rated.reduce((sum, group) => sum + group.asked * (group.rate - rate) ** 2, 0)
  const chance = rate * (1 - rate)
  const chiSquare = chance === 0 ? 0 : between / chance
  const df = groups.length - 1
  return {
    groups: rated,
    asked,
    answered,
    rate,
    chiSquare,
    df,
    p: df === 0 || chance === 0 ? 1 : chiSquareCdf(chiSquare, df, 'upper'),
    cramersV: Math.sqrt(chiSquare / asked),
    representativity: 1 - 2 * Math.sqrt(between / asked),
    smallGroups: rated.filter((group) => group.asked * Math.min(rate, 1 - rate) < 5).length,
  }
}
