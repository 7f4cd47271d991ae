import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { cellText } from '#platform/import/cell-text.ts'
import { findPlanRows } from '#platform/import/plan-rows.server.ts'
import { countProblems, type ImportProblem } from '#platform/import/problems.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { findForeign } from '#platform/uploads/map-rows.ts'
import { MARKS } from '#platform/uploads/mapping.ts'
import { linesOf } from '#platform/uploads/open-parts.server.ts'
import { factsOf, type PartFacts } from '#platform/uploads/recognise.server.ts'
import type { Upload, UploadedFile } from '#platform/uploads/upload-store.server.ts'
import type { User } from '#platform/users.ts'
import { linkSheets, type OfMunicipality } from '../export.server.ts'
import { sheetsOf } from '../read-folder.server.ts'
import { type CellChange, shownKey } from './table-changes.ts'
import { forbiddenFiles, meaningOf, rehearseUpload } from './upload.service.server.ts'

type Asked = { user: User; municipality: OfMunicipality; upload: Upload; files: readonly UploadedFile[] }

/** A table of the upload as the first question shows it. */
export type RecognisedPart = PartChoice & Pick<PartFacts, 'place' | 'headings' | 'words' | 'complaint'>

export const readParts = async (
  files: readonly UploadedFile[],
  { choices }: Pick<Upload, 'choices'>,
): Promise<RecognisedPart[]> =>
  Promise.all(choices.parts.map(async (part) => ({ ...part, ...(await factsOf(files, part)) })))

/** So many foreign values of a column are asked about at once, first those of which nothing was said yet. */
const MOST_VALUES = 60

/** A table as the second question shows it. */
export type MappedPart = {
  number: number
  place: string
  file: string
  headings: readonly string[]
  columns: readonly { name: string; place: number | undefined; isKey: boolean; isOptional: boolean }[]
  values: readonly {
    column: string
    found: readonly { value: string; count: number; ours: string }[]
    hidden: number
    choices: readonly string[]
  }[]
  marks: readonly { mark: string; number: number; count: number; meaning: string }[]
  missing: readonly string[]
}

/** What of the tables must be told to us, with what was decided already. */
export async function readMappings(db: Database, asked: Asked): Promise<MappedPart[]> {
  const { files, upload, user, municipality } = asked
  const { dataset, ...sheets } = sheetsOf('municipality')
  const request = { municipalityId: municipality.id, plan: upload.plan, sheets, links: linkSheets() }
  const stored = await readAs(db, user, (tx) => findPlanRows(tx, request), {
    municipalityId: municipality.id,
  })
  const codesOf = (target: string, columns: readonly string[] | undefined) =>
    new Set(
      (stored.get(target) ?? []).map(({ fields }) =>
        cellText(fields[columns?.at(-1) ?? sheets[target]?.key.at(-1) ?? '']),
      ),
    )
  const parts = upload.choices.parts.map(async (part, number): Promise<MappedPart | undefined> => {
    const sheet = sheets[part.sheet]
    if (!sheet) return undefined
    const { headings, place } = await factsOf(files, part)
    const mapping = part.mapping ?? { columns: {}, values: {}, marks: {} }
    const sentToo = new Set(upload.choices.parts.map((one) => one.sheet))
    const known = once((column: string) => knownValues(sheet, column, sentToo, codesOf))
    const foreign = await findForeign(sheet, linesOf(files, part), part, mapping.columns, known)
    const missing = sheet.columns.missing?.form
    return {
      number,
      place,
      file: sheet.file,
      headings,
      columns: Object.entries(sheet.columns).map(([name, column]) => ({
        name,
        place: mapping.columns[name],
        isKey: sheet.key.includes(name),
        isOptional: column.isOptional ?? false,
      })),
      values: [...foreign.values].map(([column, found]) => ({
        column,
        found: [...found]
          .map(([value, count]) => ({ value, count, ours: mapping.values[column]?.[value] ?? '' }))
          .toSorted((a, b) => Number(a.ours !== '') - Number(b.ours !== ''))
          .slice(0, MOST_VALUES),
        hidden: Math.max(0, found.size - MOST_VALUES),
        choices: [...(known(column) ?? [])].toSorted(),
      })),
      marks: [...foreign.marks].map(([mark, count]) => ({
        mark,
        number: (MARKS as readonly string[]).indexOf(mark),
        count,
        meaning: meaningOf(mapping, mark) ?? '',
      })),
      missing: missing?.kind === 'choice' && part.sheet !== 'methodologies' ? missing.choices : [],
    }
  })
  return (await Promise.all(parts)).filter((part) => part !== undefined)
}

/** Keeps what was answered for each column: it is asked for every cell. */
function once<Answer>(ask: (column: string) => Answer): (column: string) => Answer {
  const answers = new Map<string, { answer: Answer }>()
  return (column) => {
    const known = answers.get(column) ?? { answer: ask(column) }
    answers.set(column, known)
    return known.answer
  }
}

/** What may stand in a column: the choices there are, or the codes of the table it points at. */
function knownValues(
  sheet: Sheet,
  column: string,
  sentToo: ReadonlySet<string>,
  codesOf: (target: string, columns: readonly string[] | undefined) => ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const { form, pointsAt } = sheet.columns[column] ?? {}
  if (form?.kind === 'choice') {
    const isYesNo = form.choices.join() === 'yes,no'
    return new Set([...form.choices, ...(isYesNo ? ['jā', 'ja', 'nē', 'ne'] : [])])
  }
  // Codes of a table that comes along are not known yet.
  if (!pointsAt || sentToo.has(pointsAt.sheet) || form?.kind === 'list') return undefined
  const codes = codesOf(pointsAt.sheet, pointsAt.columns)
  return codes.size > 0 ? new Set([...codes, ...(pointsAt.builtIn ?? [])]) : undefined
}

/** Problems with one cause, and where the first of them are. */
export type Cause = { problem: ImportProblem; count: number; places: readonly string[] }

/** A cell that would change; `isImplied` where the file does not have its column and something else in the row changes it. */
type ShownChange = CellChange & { isImplied: boolean }

/** What the third step shows: what is wrong by cause, and what would change in words. */
export type CheckedPage = {
  causes: readonly Cause[]
  count: number
  /** What in the files is read otherwise than it looks. */
  notes: readonly ImportProblem[]
  forbidden: readonly string[]
  tables: readonly {
    name: string
    file: string
    added: readonly string[]
    addedCount: number
    changed: readonly { key: string; cells: readonly ShownChange[] }[]
    changedCount: number
    unchanged: number
    gone: readonly string[]
    goneCount: number
  }[]
  /** Places of tables with errors, for the files to mend. */
  parts: readonly { number: number; file: string }[]
}

const MOST_NAMED = 20
const MOST_PLACES = 8

export async function readCheck(
  db: Database,
  { user, municipality, upload, files }: Asked,
): Promise<CheckedPage> {
  const { problems, notes, changes } = await rehearseUpload(db, user, municipality, upload, files)
  const sheets = sheetsOf('municipality')
  const wrong = new Set(problems.map(({ file }) => file))
  const isBrought = (name: string, column: string) =>
    upload.choices.parts.find(({ sheet }) => sheet === name)?.mapping?.columns[column] !== undefined
  return {
    causes: causesOf(problems),
    count: countProblems(problems),
    notes,
    forbidden: forbiddenFiles(user, municipality.id, upload.choices.parts),
    tables: changes.map(({ name, sheet, added, changed, unchanged, gone }) => ({
      name,
      file: sheet.file,
      added: added.slice(0, MOST_NAMED).map(shownKey),
      addedCount: added.length,
      changed: changed.slice(0, MOST_NAMED).map(({ key, cells }) => ({
        key: shownKey(key),
        cells: cells.map((cell) => ({ ...cell, isImplied: !isBrought(name, cell.column) })),
      })),
      changedCount: changed.length,
      unchanged,
      gone: gone.slice(0, MOST_NAMED).map(shownKey),
      goneCount: gone.length,
    })),
    parts: upload.choices.parts.flatMap(({ sheet }, number) => {
      const file = sheets[sheet]?.file
      return file && wrong.has(file) ? [{ number, file }] : []
    }),
  }
}

function causesOf(problems: readonly ImportProblem[]): Cause[] {
  const byCause = Map.groupBy(problems, ({ file, column, reason }) => `${file} ${column ?? ''} ${reason}`)
  return [...byCause.values()].flatMap((all) => {
    const [problem] = all
    if (!problem) return []
    const lines = all.flatMap(({ line }) => (line === undefined ? [] : [String(line)]))
    return [{ problem, count: countProblems(all), places: lines.slice(0, MOST_PLACES) }]
  })
}
