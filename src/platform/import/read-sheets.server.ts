import type { OtherEncoding } from './decode.ts'
import { findDanglingReferences } from './find-dangling.ts'
import { matchNames } from './match-names.ts'
import { listFolder, readFileIn } from './open-file.server.ts'
import type { ImportProblem } from './problems.ts'
import { type ReadSheet, readSheet } from './read-sheet.ts'
import type { RowsOf, Sheet } from './sheet.ts'
import { shown } from './shown.ts'

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
 * Reads and checks every sheet of a folder, and whether its rows point at rows that are there. Problems of
 * all files come back together, so that a person mends them in one go; the rows are complete only when there
 * are none.
 */
export async function readSheets<Sheets extends Record<string, Sheet>>(
  folder: string,
  sheets: Sheets,
  { encoding, beside = NOTHING_BESIDE }: Reading = {},
) {
  const listed = await listFolder(folder)
  const files = Object.values(sheets).map(({ file }) => file)
  const { found, ...matched } = matchNames('names' in listed ? listed.names : [], files)
  const contents: Record<string, ReadSheet> = {}
  for (const [name, sheet] of Object.entries(sheets)) {
    contents[name] =
      'names' in listed ? await readOne(folder, sheet, found.get(sheet.file), encoding) : NOT_THERE
  }
  const read = Object.values(contents)
  const ofFolder = 'names' in listed ? matched.problems : [{ file: shown(folder), ...listed.complaint }]
  const ofFiles = read.flatMap(({ problems }) => problems)
  return {
    rows: Object.fromEntries(
      Object.entries(contents).map(([name, { rows }]) => [name, rows]),
    ) as unknown as RowsOf<Sheets>,
    problems: [...ofFolder, ...ofFiles, ...findDanglingReferences(...withOthers(sheets, contents, beside))],
    notes: [...matched.notes, ...read.flatMap(({ notes }) => notes)],
    /** Files that the folder does not have. */
    absent: filesOf(sheets, contents, 'absent'),
    /** Files that cannot be understood, and those that are missing though they must be there. */
    unreadable: filesOf(sheets, contents, 'unreadable'),
  }
}

const NOTHING_BESIDE: Beside = { sheets: {}, rows: {} }

/** What was read together with what stands beside it, which no line of any file says. */
function withOthers(
  sheets: Readonly<Record<string, Sheet>>,
  contents: Readonly<Record<string, ReadSheet>>,
  beside: Beside,
): Parameters<typeof findDanglingReferences> {
  const others = Object.keys(beside.sheets).map((name): [string, ReadSheet] => {
    const rows = (beside.rows[name] ?? []).map((row) => ({ ...row, line: 0 }))
    return [name, { ...ABSENT, rows, state: 'read' }]
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

async function readOne(
  folder: string,
  sheet: Sheet,
  name: string | undefined,
  encoding: Reading['encoding'],
) {
  const { file, isRequired } = sheet
  if (name === undefined) {
    return isRequired ? unreadable({ file, reason: 'platform.import.fileMissing', values: {} }) : ABSENT
  }
  const content = await readFileIn(folder, name)
  return 'complaint' in content
    ? unreadable({ file, ...content.complaint })
    : readSheet(sheet, content.bytes, encoding)
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
