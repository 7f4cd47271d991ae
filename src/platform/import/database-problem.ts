import type { ImportProblem } from './problems.ts'
import type { Sheet } from './sheet.ts'
import { shown } from './shown.ts'

/** Classes of PostgreSQL's errors that lie in the data: impossible values, and constraints they break. */
const IN_THE_DATA = /^(21|22|23)/

type Refused = { code?: string; schema?: string; table?: string; constraint?: string; detail?: string }
type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown> & { line: number }>[]>>

/**
 * What the database refused, as a problem of the file that brought it, and of the row where the database says
 * which. Checks come before, so this is for what they do not know.
 *
 * @returns undefined when the error is none of the data
 */
export function asImportProblem(
  error: unknown,
  sheets: Readonly<Record<string, Sheet>>,
  rows: Rows,
): ImportProblem | undefined {
  const { code = '', schema, table, constraint, detail = '' } = error as Refused
  if (!(error instanceof Error) || !IN_THE_DATA.test(code)) return undefined
  const [name, sheet] =
    Object.entries(sheets).find(([, { kept }]) => kept?.table === `${schema}.${table}`) ?? []
  const values = { found: shown(constraint ?? error.message) }
  const problem = { file: sheet?.file ?? '*.csv', reason: 'platform.import.database' as const, values }
  const line = name && sheet ? lineOf(sheet, rows[name] ?? [], detail) : undefined
  return line === undefined ? problem : { ...problem, line }
}

/** The one row whose key stands in what the database says: `Key (…, code)=(…, KP1) already exists.` */
function lineOf(sheet: Sheet, rows: Rows[string], detail: string): number | undefined {
  const values = new Set(/\)=\((.*)\)/.exec(detail)?.[1]?.split(', ') ?? [])
  const found = rows.filter((row) => sheet.key.every((column) => values.has(String(row[column]))))
  return found.length === 1 ? found[0]?.line : undefined
}
