import { chiSquareCdf } from '@izaugsme/statistics'
import { MISSING, type Responses } from '../data/responses.ts'
import { selectPersons } from '../data/select.ts'
import { calibrateConditionally } from './calibrate-conditionally.ts'

/** Result of Andersen's test. */
export type AndersenTest = { statistic: number; df: number; p: number; converged: boolean }

/**
 * Andersen's likelihood-ratio test: are the items equally difficult in parts of the persons? A small p tells
 * that one Rasch or partial credit scale does not serve all of them.
 *
 * @param partOf per person the number of its part; negative leaves the person out
 * @throws RangeError when there are fewer than two parts, or a part cannot be calibrated on its own
 * @see Andersen (1973), Psychometrika 38(1); agrees with R `eRm::LRtest`
 */
export function andersenTest(data: Responses, partOf: ArrayLike<number>): AndersenTest {
  const parts = [...new Set(Array.from(partOf))].filter((part) => part >= 0)
  if (parts.length < 2) throw new RangeError(`andersenTest: ${parts.length} parts are fewer than 2`)
  const whole = calibrateConditionally(selectPersons(data, (person) => partOf[person]! >= 0))
  const fits = parts.map((part) =>
    calibrateConditionally(selectPersons(data, (person) => partOf[person] === part)),
  )
  const statistic = 2 * fits.reduce((sum, fit) => sum + fit.logLikelihood, -whole.logLikelihood)
  const df = whole.parameters * (parts.length - 1)
  return {
    statistic,
    df,
    p: chiSquareCdf(statistic, df, 'upper'),
    converged: whole.converged && fits.every((fit) => fit.converged),
  }
}

/** Splits persons for `andersenTest`: 1 above the mean score, else 0. */
export function splitAtMeanScore({ persons, items, values }: Responses): Int32Array {
  const scores = new Float64Array(persons)
  for (let at = 0; at < values.length; at++) {
    if (values[at] !== MISSING) scores[Math.floor(at / items)]! += values[at]!
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / persons
  return Int32Array.from(scores, (score) => Number(score > mean))
}
