import type { Matrix } from '../linear-algebra/matrix.ts'

/** Answers as numbers, `persons × items`, row after row; NaN where one is missing. */
export type Answers = Matrix

/**
 * Answers from rows, one person each, in the order of the questionnaire; null or NaN where one is missing.
 *
 * @throws RangeError when there are no rows, their lengths differ or an answer is infinite
 */
export function answersFromRows(rows: readonly (readonly (number | null)[])[]): Answers {
  const columns = rows[0]?.length ?? 0
  if (columns === 0) throw new RangeError('answersFromRows: no persons or no items')
  const uneven = rows.findIndex((row) => row.length !== columns)
  if (uneven !== -1)
    throw new RangeError(`answersFromRows: row ${uneven} has ${rows[uneven]?.length} answers, not ${columns}`)
  const values = Float64Array.from(rows.flat(), (answer) => answer ?? Number.NaN)
  const infinite = values.find((value) => Math.abs(value) === Infinity)
  if (infinite !== undefined) throw new RangeError(`answersFromRows: answer ${infinite} is infinite`)
  return { rows: rows.length, columns, values }
}

/** The persons who answered every item. */
export function completeAnswers(caller: string, answers: Answers): Answers {
  const { rows, columns, values } = answers
  if (values.length !== rows * columns)
    throw new RangeError(`${caller}: ${values.length} answers are not ${rows} × ${columns}`)
  const kept: number[] = []
  for (let i = 0; i < rows; i++) {
    const own = values.subarray(i * columns, (i + 1) * columns)
    if (own.every(Number.isFinite)) kept.push(...own)
  }
  return { rows: kept.length / columns, columns, values: Float64Array.from(kept) }
}

/** Covariances of the items, `items × items`, with n − 1 below the line. */
export function itemCovariances({ rows, columns, values }: Answers): Float64Array {
  // Counted from the first person's answers, an item that does not vary has a variance of exactly 0.
  const moved = values.map((value, at) => value - values[at % columns]!)
  const means = new Float64Array(columns)
  moved.forEach((value, at) => {
    means[at % columns]! += value / rows
  })
  const centred = moved.map((value, at) => value - means[at % columns]!)
  const covariances = new Float64Array(columns * columns)
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) {
        covariances[a * columns + b]! += (centred[i * columns + a]! * centred[i * columns + b]!) / (rows - 1)
      }
    }
  }
  return covariances
}
