import { MISSING, type Responses } from '../data/responses.ts'
import { selectItems, selectPersons } from '../data/select.ts'
import { alphaReliability } from '../scores/reliability.ts'

/** Whether a skill's score tells more of the skill than the total does. */
export type SubscoreValue = {
  /** reliability (α) of the skill's score: how well it predicts the true score on the skill */
  readonly fromSubscore: number
  /** how well the total predicts the true score on the skill */
  readonly fromTotal: number
  /** how well both together do */
  readonly fromBoth: number
  /** whether to report the skill for single pupils; if not, report residuals of classes and schools */
  readonly isWorthReporting: boolean
}

/**
 * Haberman's gate: the proportional reduction in mean squared error (PRMSE) when the true score on a skill is
 * predicted from the skill's own score, from the total, and from both. A skill's score is reported for single
 * pupils only if it does better than the total.
 *
 * @param domain places of the skill's items, at least two, not all
 * @returns NaN where scores do not vary, or items of the skill have nothing in common
 * @throws RangeError when the skill has too few items, one that is none or one twice, or fewer than two persons
 * answered everything
 * @see Haberman (2008), Journal of Educational and Behavioral Statistics 33(2)
 */
export function subscoreValue(data: Responses, domain: readonly number[]): SubscoreValue {
  if (domain.length < 2 || domain.length >= data.items) {
    throw new RangeError(
      `subscoreValue: a skill of ${domain.length} items out of ${data.items} cannot be judged`,
    )
  }
  const wrong = domain.find((item) => data.highest[item] === undefined)
  if (wrong !== undefined)
    throw new RangeError(`subscoreValue: there is no item ${wrong} among ${data.items}`)
  if (new Set(domain).size < domain.length) {
    throw new RangeError(`subscoreValue: the skill ${domain} names an item twice`)
  }
  const complete = selectPersons(data, (person) => {
    return !data.values.subarray(person * data.items, (person + 1) * data.items).includes(MISSING)
  })
  const part = selectItems(complete, domain)
  const [x, y] = [sums(part), sums(complete)]
  const reliability = alphaReliability(part).reliability
  const [varX, varY, covXY] = [
    covariance(x, x, complete),
    covariance(y, y, complete),
    covariance(x, y, complete),
  ]
  // Errors of the skill's items are part of both scores, so they leave the covariance of its true score with the total.
  const trueVar = reliability * varX
  const trueWithTotal = covXY - (1 - reliability) * varX
  const fromTotal = trueWithTotal ** 2 / (trueVar * varY)
  const determinant = varX * varY - covXY ** 2
  const explained =
    (trueVar ** 2 * varY - 2 * trueVar * trueWithTotal * covXY + trueWithTotal ** 2 * varX) / determinant
  return {
    fromSubscore: reliability,
    fromTotal,
    fromBoth: explained / trueVar,
    isWorthReporting: reliability > fromTotal && reliability > 0,
  }
}

function sums({ persons, items, values }: Responses): Float64Array {
  return Float64Array.from({ length: persons }, (_, person) =>
    values.subarray(person * items, (person + 1) * items).reduce((sum, value) => sum + value, 0),
  )
}

function covariance(x: Float64Array, y: Float64Array, { weights }: Responses): number {
  const weigh = (person: number) => weights?.[person] ?? 1
  let [total, sumX, sumY, products] = [0, 0, 0, 0]
  for (let person = 0; person < x.length; person++) {
    total += weigh(person)
    sumX += weigh(person) * x[person]!
    sumY += weigh(person) * y[person]!
  }
  for (let person = 0; person < x.length; person++) {
    products += weigh(person) * (x[person]! - sumX / total) * (y[person]! - sumY / total)
  }
  return products / (total - 1)
}
