/** Rows made one by one as they are asked for, so that a hundred thousand of them are never there twice. */
export const eachOf = <From, To>(
  rows: readonly From[],
  make: (row: From) => To,
): Iterable<To> & { readonly length: number } => ({
  length: rows.length,
  *[Symbol.iterator]() {
    for (const row of rows) yield make(row)
  },
})
