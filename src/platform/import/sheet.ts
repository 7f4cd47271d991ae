import { z } from 'zod'
import type { ImportProblem } from './problems.ts'

/** A file of rows that can be loaded: its name, its columns, and the columns that tell one row from another. */
export type Sheet<Row = unknown> = {
  file: string
  columns: readonly string[]
  row: z.ZodType<Row>
  key: readonly string[]
  /** One that is not required may be absent, which says nothing about its rows. */
  isRequired: boolean
  /** Columns that files written before them do not have; there they are as if their cells were empty. */
  added: readonly string[]
}

/** A row that was read, with the line it stood on. */
export type SheetRow<S> = S extends Sheet<infer Row> ? Row & { line: number } : never

/** The rows of several sheets by the name each has in code. */
export type RowsOf<Sheets> = { [Name in keyof Sheets]: SheetRow<Sheets[Name]>[] }

/** Every sheet of the product. Each module adds its own where it describes them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AllSheets {}
export type AllRows = RowsOf<AllSheets>

export function sheet<Shape extends z.ZodRawShape>(
  file: string,
  key: readonly (keyof Shape & string)[],
  columns: Shape,
  { isRequired = true, added = [] }: { isRequired?: boolean; added?: readonly (keyof Shape & string)[] } = {},
): Sheet<z.infer<z.ZodObject<Shape>>> {
  return { file, key, columns: Object.keys(columns), row: z.object(columns), isRequired, added }
}

/**
 * Says which rows point at something that is not there.
 *
 * @param known what may be pointed at
 * @param where where a reader can find or add it, as a file name
 */
export function findDanglingReferences<Row extends { line: number }>(
  file: string,
  rows: readonly Row[],
  column: keyof Row & string,
  known: ReadonlySet<string>,
  where: string,
): ImportProblem[] {
  return rows.flatMap((row) =>
    [row[column]].flat().flatMap((value) =>
      typeof value !== 'string' || known.has(value)
        ? []
        : [
            {
              file,
              line: row.line,
              column,
              reason: 'platform.import.reference' as const,
              values: { found: value, where },
            },
          ],
    ),
  )
}
