import { checkCount } from '../argument-checks.ts'
import { DEFAULT_RULES, type PrimaryRules } from './rules.ts'

/**
 * Why a share about persons may not be printed: too few people, too few of them in it, or too few not in it.
 * 0 % and 100 % tell on everybody, so they fail as well.
 *
 * @returns undefined when it may be printed
 */
export function shareReason(
  numerator: number,
  denominator: number,
  rules: Pick<PrimaryRules, 'threshold' | 'shareDenominator'>,
): 'share denominator' | 'share numerator' | 'share complement' | undefined {
  if (denominator < rules.shareDenominator) return 'share denominator'
  if (numerator < rules.threshold) return 'share numerator'
  if (denominator - numerator < rules.threshold) return 'share complement'
  return undefined
}

/**
 * What may be said of a question in a survey: `hide`, or `warn` when too few of those asked have answered.
 *
 * @param numerator how many gave the answer
 * @param invited how many were asked
 * @param leastResponse share of those asked that must have answered
 * @throws RangeError when a count is impossible
 */
export function surveyItemRule(
  numerator: number,
  respondents: number,
  invited: number,
  rules: Pick<PrimaryRules, 'threshold' | 'shareDenominator'> = DEFAULT_RULES,
  leastResponse = 0.3,
): 'print' | 'warn' | 'hide' {
  checkCount('surveyItemRule', 'invited', invited, 0)
  checkCount('surveyItemRule', 'respondents', respondents, 0, invited)
  checkCount('surveyItemRule', 'numerator', numerator, 0, respondents)
  if (shareReason(numerator, respondents, rules)) return 'hide'
  return respondents < leastResponse * invited ? 'warn' : 'print'
}
