/** Marks by which foreign files say that there is no figure; what each means is asked, never guessed. */
export const MARKS = ['', '0', '-', '–', '.', '..', '…', ':', 'n/a', 'N/A', 'x', 'X'] as const

/** What a mark becomes: the cell as it is, an empty cell, or `missing:` with the kind that the table knows. */
export type Meaning = 'asIs' | 'empty' | `missing:${string}`

/** How a foreign table is read as one of ours. */
export type Mapping = {
  /** Place of the foreign column by our column; those that the file does not have are left out. */
  columns: Readonly<Record<string, number>>
  /** Our value by the foreign one, by our column. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>
  marks: Readonly<Record<string, Meaning>>
}

export const NO_MAPPING: Mapping = { columns: {}, values: {}, marks: {} }
