import { checkLength, type Matrix } from '../linear-algebra/matrix.ts'
import { checkWeights, type Weighted, weighted } from './calibration.ts'
import type { SurveyDesign } from './design.ts'
import { type Codes, encode, type Label, sumsByCode } from './labels.ts'

/** A way of dividing people, and how many of the population are in each part. */
export type Margin = {
  /** The category of each respondent. */
  categories: ArrayLike<Label>
  /** How many people each category has in the population. */
  totals: Readonly<Record<string, number>>
}

/**
 * Post-stratification: weights scaled within each category so that they sum to its population.
 *
 * @throws RangeError when lengths differ, a category is missing, a present weight is not positive, a category
 * of respondents has no total, a total is not positive, or a category of the population has no respondents
 * (join it to another first)
 * @see agrees with R `survey::postStratify`
 */
export function postStratify(design: SurveyDesign, margin: Margin): Weighted {
  const coded = codeMargin('postStratify', design, margin)
  const weights = scaledTo(coded, design.weights)
  const columns = indicatorColumns([coded])
  return weighted(design, { columns, totals: coded.totals, weights, iterations: 1, margins: [coded] })
}

/** A margin with numbered categories. */
export type CodedMargin = Codes & { totals: Float64Array }

/** Numbers the categories and refuses what cannot be fitted. */
export function codeMargin(
  caller: string,
  design: SurveyDesign,
  { categories, totals }: Margin,
): CodedMargin {
  checkWeights(caller, design)
  checkLength(caller, categories, design.respondents, 'categories')
  const codes = encode(caller, 'category', categories)
  const wrong = Object.entries(totals).find(([, total]) => !(total > 0 && total < Infinity))
  if (wrong) throw new RangeError(`${caller}: total ${wrong[1]} of category ${wrong[0]} is not positive`)
  const unknown = codes.names.find((name) => !Object.hasOwn(totals, name))
  if (unknown !== undefined) throw new RangeError(`${caller}: category ${unknown} has no total`)
  const empty = Object.keys(totals).find((name) => !codes.names.includes(name))
  if (empty !== undefined) throw new RangeError(`${caller}: category ${empty} has no respondents`)
  return { ...codes, totals: Float64Array.from(codes.names, (name) => totals[name]!) }
}

/** Weights scaled so that each category has its total. */
export function scaledTo(margin: CodedMargin, weights: Float64Array): Float64Array {
  const sums = sumsByCode(margin, weights)
  return weights.map((weight, i) => {
    const code = margin.codes[i]!
    return (weight * margin.totals[code]!) / sums[code]!
  })
}

/** A column of 0 and 1 for each category of each margin. */
export function indicatorColumns(margins: readonly CodedMargin[]): Matrix {
  const rows = margins[0]!.codes.length
  const columns = margins.reduce((sum, { names }) => sum + names.length, 0)
  const values = new Float64Array(rows * columns)
  let from = 0
  for (const { codes, names } of margins) {
    for (let i = 0; i < rows; i++) values[i * columns + from + codes[i]!] = 1
    from += names.length
  }
  return { rows, columns, values }
}
