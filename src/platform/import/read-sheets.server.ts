import type { OtherEncoding } from './decode.ts'
import { findDanglingReferences } from './find-dangling.ts'
import { openFiles } from './open-file.server.ts'
import { openSource } from './open-source.server.ts'
import type { ImportProblem } from './problems.ts'
import { asRead, type ReadSheet } from './read-sheet.ts'
import type { RowsOf, Sheet } from './sheet.ts'
import type { SheetSource } from './sheet-source.ts'

/** How the files of a folder are read. */
export type Reading = {
  /** Encoding of files that are not Unicode. */
  encoding?: OtherEncoding | undefined
  /** Sheets of another data set that these may point at, with their rows. */
  beside?: Beside
}

export type Beside = {
  sheets: Readonly<Record<string, Sheet>>
  rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/**
 * Reads and checks every sheet of a folder, or of one workbook, and whether its rows point at rows that are there.
 * Problems of all files come back together, so that a person mends them in one go; the rows are complete only when
 * there are none.
 */
export async function readSheets<Sheets extends Record<string, Sheet>>(
  folder: string,
  sheets: Sheets,
  { encoding, beside }: Reading = {},
) {
  return readSheetsFrom(await openSource(await openFiles(folder), sheets, encoding), sheets, beside)
}

/** The same from any source. */
export async function readSheetsFrom<Sheets extends Record<string, Sheet>>(
  source: SheetSource,
  sheets: Sheets,
  beside: Beside = NOTHING_BESIDE,
) {
  const contents: Record<string, ReadSheet> = {}
  for (const [name, sheet] of Object.entries(sheets)) {
    contents[name] = (await source.read(sheet, name)) ?? missing(sheet, source)
  }
  const read = Object.values(contents)
  const ofFiles = read.flatMap(({ problems }) => problems)
  return {
    rows: Object.fromEntries(
      Object.entries(contents).map(([name, { rows }]) => [name, rows]),
    ) as unknown as RowsOf<Sheets>,
    problems: [
      ...source.problems,
      ...ofFiles,
      ...findDanglingReferences(...withOthers(sheets, contents, beside)),
    ],
    notes: [...source.notes, ...read.flatMap(({ notes }) => notes)],
    /** Files that the folder does not have. */
    absent: filesOf(sheets, contents, 'absent'),
    /** Files that cannot be understood, and those that are missing though they must be there. */
    unreadable: filesOf(sheets, contents, 'unreadable'),
  }
}

function missing({ file, isRequired }: Sheet, { isClosed }: SheetSource): ReadSheet {
  if (isClosed) return NOT_THERE
  return isRequired ? unreadable({ file, reason: 'platform.import.fileMissing', values: {} }) : ABSENT
}

const NOTHING_BESIDE: Beside = { sheets: {}, rows: {} }

/** What was read together with what stands beside it, which no line of any file says. */
function withOthers(
  sheets: Readonly<Record<string, Sheet>>,
  contents: Readonly<Record<string, ReadSheet>>,
  beside: Beside,
): Parameters<typeof findDanglingReferences> {
  const others = Object.keys(beside.sheets).map((name): [string, ReadSheet] => {
    return [name, asRead((beside.rows[name] ?? []).map((row) => ({ ...row, line: 0 })))]
  })
  return [
    { ...beside.sheets, ...sheets },
    { ...Object.fromEntries(others), ...contents },
  ]
}

function filesOf(
  sheets: Readonly<Record<string, Sheet>>,
  contents: Readonly<Record<string, ReadSheet>>,
  state: ReadSheet['state'],
): ReadonlySet<string> {
  const found = Object.entries(sheets).filter(([name]) => contents[name]?.state === state)
  return new Set(found.map(([, { file }]) => file))
}

const NOT_THERE: ReadSheet = {
  rows: [],
  broken: [],
  hasUnknownKeys: false,
  state: 'unreadable',
  problems: [],
  notes: [],
}
const ABSENT: ReadSheet = { ...NOT_THERE, state: 'absent' }
const unreadable = (problem: ImportProblem): ReadSheet => ({ ...NOT_THERE, problems: [problem] })
