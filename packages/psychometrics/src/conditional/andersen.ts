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
 * @throws RangeError when lengths differ, there are fewer than two parts, or a part cannot be calibrated on its own
 * @see Andersen (1973), Psychometrika 38(1); agrees with R `eRm::LRtest`
 */
export function andersenTest(data: Responses, partOf: ArrayLike<number>): AndersenTest {
  if (partOf.length !== data.persons) {
    throw new RangeError(`andersenTest: partOf has ${partOf.length} values for ${data.persons} persons`)
  }
  const parts = [...new Set(Array.from(partOf))].filter((part) => part >= 0)
  if (parts.length < 2) throw new RangeError(`andersenTest: ${parts.length} parts are fewer than 2`)
  const whole = calibrateConditionally(selectPersons(data, (person) => partOf[person]! >= 0))
  const fits = parts.map((part) => calibratePart(data, partOf, part))
  const statistic = 2 * fits.reduce((sum, fit) => sum + fit.logLikelihood, -whole.logLikelihood)
  const df = whole.parameters * (parts.length - 1)
  return {
    statistic,
    df,
    p: chiSquareCdf(statistic, df, 'upper'),
    converged: whole.converged && fits.every((fit) => fit.converged),
  }
}

function calibratePart(data: Responses, partOf: ArrayLike<number>, part: number) {
  try {
    return calibrateConditionally(selectPersons(data, (person) => partOf[person] === part))
  } catch (refusal) {
    if (refusal instanceof RangeError) throw new RangeError(`andersenTest: part ${part}: ${refusal.message}`)
    throw refusal
  }
}

/**
 * Splits persons for `andersenTest`: 1 for those with more points than their items let expect (the mean points of
 * all who answered each), else 0. With complete answers that is above the mean score.
 */
export function splitAtMeanScore({ persons, items, values, weights }: Responses): Int32Array {
  const [points, answers] = [new Float64Array(items), new Float64Array(items)]
  const eachAnswer = (visit: (person: number, item: number, value: number) => void) => {
    for (let at = 0; at < values.length; at++) {
      if (values[at] !== MISSING) visit(Math.floor(at / items), at % items, values[at]!)
    }
  }
  eachAnswer((person, item, value) => {
    const weight = weights?.[person] ?? 1
    points[item]! += weight * value
    answers[item]! += weight
  })
  const above = new Float64Array(persons)
  eachAnswer((person, item, value) => {
    above[person]! += value - points[item]! / answers[item]!
  })
  // A score at the mean is not above it, whatever rounding says.
  return Int32Array.from(above, (each) => Number(each > 1e-9))
}
