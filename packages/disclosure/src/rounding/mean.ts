import { checkAmount, checkCount } from '../argument-checks.ts'

/**
 * A mean as it may be printed: to one decimal, and not at all of fewer than ten people. Whoever knows how many they
 * are may still work out the sum, if it is of few whole numbers.
 *
 * @param people how many the mean is of
 * @param decimals 0 to 6
 * @param least people of whom a mean may be printed
 * @returns undefined when it must not be printed
 * @throws RangeError when the mean is not finite or a number of people or decimals impossible
 */
export function roundMean(
  mean: number,
  people: number,
  { decimals = 1, least = 10 }: { decimals?: number; least?: number } = {},
): number | undefined {
  if (!Number.isFinite(mean)) throw new RangeError(`roundMean: mean ${mean} is not finite`)
  if (!Number.isInteger(people) || people < 0) throw new RangeError(`roundMean: people ${people}`)
  checkCount('roundMean', 'decimals', decimals, 0, 6)
  checkAmount('roundMean', 'least', least)
  return people < least ? undefined : Number(mean.toFixed(decimals)) + 0
}
