import { checkShare } from '../argument-checks.ts'
import { multiply } from '../linear-algebra/matrix.ts'
import { encode } from '../surveys/labels.ts'
import { fitMultilevel, type MultilevelData } from './multilevel-model.ts'

/**
 * What people's true scores are expected to be, given scores measured with error and their groups. A slope on the
 * observed score is too flat, and groups of strong beginners then seem to add more than they do; put this in place
 * of that column (regression calibration). Means of groups are moved little, people within a group much.
 *
 * Reliability counts as known, and standard errors of the model that uses the result do not tell what it costs not to
 * know it. For comparing groups and for slopes, never as anyone's score.
 *
 * @param data the observed score as `response`, and as `fixed` the other columns of the model it will be used in,
 * with the column of ones: what they tell of the true score must not be lost
 * @param reliability share of the variance of the observed score, over all these people, that is not error; as α or ω
 * @returns one for each person, in the unit of the score
 * @throws RangeError as `fitMultilevel`, or when the reliability is not within 0 and 1 or so low that the error would
 * be all that people of a group differ by
 * @see Carroll, Ruppert, Stefanski & Crainiceanu (2006), Measurement Error in Nonlinear Models, ch. 4; Fuller (1987)
 */
export function expectedTrueScores(data: Omit<MultilevelData, 'random'>, reliability: number): Float64Array {
  checkShare('expectedTrueScores', reliability, 'reliability')
  const { response, fixed, groups } = data
  const { coefficients, within, groups: effects } = fitMultilevel({ response, fixed, groups })
  const trueWithin = within - (1 - reliability) * variance(response)
  if (!(trueWithin > 0)) {
    throw new RangeError(
      `expectedTrueScores: with reliability ${reliability} people of a group differ by error alone`,
    )
  }
  const { codes } = encode('expectedTrueScores', 'group', groups)
  return multiply(fixed, coefficients).map((fitted, i) => {
    const ofGroup = fitted + effects[codes[i]!]!.effects[0]!
    return ofGroup + (trueWithin / within) * (response[i]! - ofGroup)
  })
}

function variance(values: ArrayLike<number>): number {
  const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
  return Array.from(values).reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
