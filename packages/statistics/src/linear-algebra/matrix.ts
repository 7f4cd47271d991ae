/** A dense matrix, `rows × columns`, stored row after row. Treat it as read-only. */
export type Matrix = { rows: number; columns: number; values: Float64Array }

/**
 * A matrix from rows of equal length.
 *
 * @throws RangeError when there are no rows, their lengths differ or a number is not finite
 */
export function matrixFromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0
  if (columns === 0) throw new RangeError('matrixFromRows: no rows or no columns')
  const values = new Float64Array(rows.length * columns)
  rows.forEach((row, index) => {
    if (row.length !== columns) {
      throw new RangeError(`matrixFromRows: row ${index} has ${row.length} numbers, not ${columns}`)
    }
    values.set(Array.from(row), index * columns)
  })
  const matrix = { rows: rows.length, columns, values }
  checkMatrix('matrixFromRows', matrix)
  return matrix
}

/** Refuses a matrix whose shape does not fit its numbers, or with a number that is not finite. */
export function checkMatrix(caller: string, { rows, columns, values }: Matrix, name = 'design'): void {
  if (!(rows >= 1 && columns >= 1) || values.length !== rows * columns) {
    throw new RangeError(`${caller}: ${name} of ${values.length} numbers is not ${rows} × ${columns}`)
  }
  checkNumbers(caller, values, name)
}

/** Refuses numbers that are not finite, naming the first. */
export function checkNumbers(caller: string, values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(`${caller}: ${name} ${values[i]} at ${i} is not a finite number`)
    }
  }
}

/** Refuses a list whose length is not what the others ask for. */
export function checkLength(caller: string, values: ArrayLike<unknown>, length: number, name: string): void {
  if (values.length !== length) {
    throw new RangeError(`${caller}: ${values.length} ${name} where ${length} are needed`)
  }
}

/** The matrix times a vector of `columns` numbers: `rows` numbers. */
export function multiply({ rows, columns, values }: Matrix, vector: ArrayLike<number>): Float64Array {
  const product = new Float64Array(rows)
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0
    for (let j = 0; j < columns; j++, at++) sum += values[at]! * vector[j]!
    product[i] = sum
  }
  return product
}

/**
 * The columns that are not linear combinations of earlier ones, ascending.
 *
 * @param tolerance what may be left of a column, relative to its length, for it to count as dependent
 * @see the same rule and tolerance as R `lm`
 */
export function independentColumns({ rows, columns, values }: Matrix, tolerance = 1e-7): number[] {
  const kept: number[] = []
  const directions: Float64Array[] = []
  for (let j = 0; j < columns; j++) {
    const column = Float64Array.from({ length: rows }, (_, i) => values[i * columns + j]!)
    const before = length(column)
    // Twice, because one round of Gram–Schmidt leaves rounding error behind.
    for (const direction of [...directions, ...directions]) removeDirection(column, direction)
    const after = length(column)
    if (after <= tolerance * before || before === 0) continue
    kept.push(j)
    directions.push(column.map((value) => value / after))
  }
  return kept
}

/** The matrix with only these columns. */
export function chooseColumns({ rows, columns, values }: Matrix, chosen: readonly number[]): Matrix {
  const kept = new Float64Array(rows * chosen.length)
  for (let i = 0; i < rows; i++) {
    chosen.forEach((column, k) => {
      kept[i * chosen.length + k] = values[i * columns + column]!
    })
  }
  return { rows, columns: chosen.length, values: kept }
}

function length(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
}

function removeDirection(vector: Float64Array, direction: Float64Array): void {
  let along = 0
  for (let i = 0; i < vector.length; i++) along += vector[i]! * direction[i]!
  for (let i = 0; i < vector.length; i++) vector[i]! -= along * direction[i]!
}
