import { findInstitutionTypes } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { cellText } from '#platform/import/cell-text.ts'
import type { FindRow } from '#platform/import/column.ts'
import { keyOf, rowFinder } from '#platform/import/find-row.ts'
import { findPlanRows, type PlanRow } from '#platform/import/plan-rows.server.ts'
import { type ImportProblem, MOST_BESIDE_ROWS } from '#platform/import/problems.ts'
import { type ReadSheet, readLines } from '#platform/import/read-sheet.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { SheetSource } from '#platform/import/sheet-source.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { mappedLines, separatorFor } from '#platform/uploads/map-rows.ts'
import { linesOf, odditiesOf } from '#platform/uploads/open-parts.server.ts'
import type { UploadedFile } from '#platform/uploads/upload-store.server.ts'
import { linkSheets, type OfMunicipality } from '../export.server.ts'
import { asRegisters, checkStored, type FolderContent, readContent, sheetsOf } from '../read-folder.server.ts'
import { leftExamples } from './example-rows.ts'

type Fields = Readonly<Record<string, unknown>>

/** How the rows of one table differ from what is stored. */
export type TableChanges = {
  name: string
  sheet: Sheet
  added: readonly string[]
  changed: readonly { key: string; cells: readonly CellChange[] }[]
  unchanged: number
  /** Keys of stored rows that the file does not have. */
  gone: readonly string[]
}
export type CellChange = { column: string; from: string; to: string }

export type CheckedParts = {
  /** Every row of the plan as it would be; complete only when there are no problems. */
  content: FolderContent
  problems: readonly ImportProblem[]
  /** What in the files is read otherwise than it looks. */
  notes: readonly ImportProblem[]
  changes: readonly TableChanges[]
}

type Asked = { municipality: OfMunicipality; plan: string; parts: readonly PartChoice[] }

/**
 * Reads the tables of an upload over what is stored of the plan, and checks the whole by the rules of `check`: rows
 * that are not in the files stay, so that references to them hold. What is wrong with stored rows by themselves is
 * none of the upload's problems.
 */
export async function checkParts(
  tx: DatabaseTransaction,
  files: readonly UploadedFile[],
  { municipality, plan, parts }: Asked,
): Promise<CheckedParts> {
  const { dataset, ...sheets } = sheetsOf('municipality')
  const asked = { municipalityId: municipality.id, plan, sheets, links: linkSheets() }
  const stored = await findPlanRows(tx, asked)
  const beside = asRegisters({ institutionTypes: await findInstitutionTypes(tx) })
  const isPublic = stored.get('strategy')?.[0]?.isPublic ?? false
  const about = { municipality: municipality.slug, strategy: plan, public: isPublic, line: STORED }
  const uploaded = new Map<string, ReadSheet>()
  const twice: ImportProblem[] = []
  const notes: ImportProblem[] = []
  const find = rowFinder(sheets, (name) => [
    ...(stored.get(name) ?? []).map(({ fields }) => fields),
    ...(uploaded.get(name)?.rows ?? []),
  ])
  // Rows of a table follow from those of tables before it.
  const names = Object.keys(sheets)
  const inOrder = parts.toSorted((a, b) => names.indexOf(a.sheet) - names.indexOf(b.sheet))
  for (const part of inOrder.filter(({ sheet }) => sheet !== '')) {
    const sheet = sheets[part.sheet]
    if (!sheet) continue
    if (uploaded.has(part.sheet)) {
      twice.push({ file: sheet.file, reason: 'platform.import.fileTwice', values: { found: sheet.file } })
      continue
    }
    for (const odd of await odditiesOf(files, part)) notes.push({ file: sheet.file, ...odd })
    uploaded.set(part.sheet, await readPart(files, part, sheet, stored.get(part.sheet) ?? [], find))
  }
  const overlay = (withUploaded: boolean): SheetSource => ({
    problems: withUploaded ? twice : [],
    notes: [],
    read: async (sheet, name) => {
      if (name === 'dataset') return asRead([about])
      const rows = (stored.get(name) ?? [])
        .filter((row) => row.isPublic === isPublic)
        .map(({ fields }) => ({ ...fields, line: STORED }))
      const sent = withUploaded ? uploaded.get(name) : undefined
      return sent ? laidOver(sheet, rows, sent) : asRead(rows)
    },
  })
  const content = await readContent(overlay(true), 'municipality', beside, MOST_BESIDE_ROWS)
  const ours = new Set([...uploaded.keys()].map((name) => sheets[name]?.file))
  const isOurs = ({ file, line }: ImportProblem) => ours.has(file) && line !== STORED
  const others = content.problems.filter((problem) => !isOurs(problem))
  const before =
    others.length === 0
      ? new Set<string>()
      : new Set(
          (await readContent(overlay(false), 'municipality', beside, MOST_BESIDE_ROWS)).problems.map(asWords),
        )
  // What belongs to a plan cannot come before the plan itself; institutions can.
  const lacksPlan =
    (content.rows.strategy ?? []).length === 0 &&
    [...uploaded.keys()].some((name) => sheets[name]?.kept?.within !== undefined)
  const isLacking = ({ file, reason }: ImportProblem) =>
    lacksPlan && file === sheets.strategy?.file && reason === 'platform.import.oneRow'
  const ofStored = await checkStored(tx, municipality.id, content)
  const problems = [
    ...content.problems.filter(
      (problem) => isOurs(problem) || isLacking(problem) || !before.has(asWords(problem)),
    ),
    ...ofStored.filter(isOurs),
    ...[...uploaded].flatMap(([name, { rows }]) => {
      const sheet = sheets[name]
      const known = new Set((stored.get(name) ?? []).map(({ fields }) => keyOf(fields, sheet?.key ?? [])))
      // Who has loaded an example once may load it again.
      const fresh = rows.filter((row) => !known.has(keyOf(row, sheet?.key ?? [])))
      return sheet ? leftExamples(name, sheet, fresh) : []
    }),
  ]
  const changes = [...uploaded].flatMap(([name, { rows, broken }]) => {
    const sheet = sheets[name]
    return sheet ? [compare(name, sheet, stored.get(name) ?? [], { rows, broken })] : []
  })
  return { content, problems, notes, changes }
}

/** Stands on no line of any file: it is in the database. */
const STORED = 0

const asWords = ({ file, column, reason, values }: ImportProblem) =>
  JSON.stringify([file, column, reason, values])

async function readPart(
  files: readonly UploadedFile[],
  part: PartChoice,
  sheet: Sheet,
  stored: readonly PlanRow[],
  find: FindRow,
): Promise<ReadSheet> {
  const separator = separatorFor(part)
  const byKey = new Map(stored.map(({ fields }) => [keyOf(fields, sheet.key), fields]))
  const beside = { findStored: (key: string) => byKey.get(key), find }
  const lines = mappedLines(sheet, linesOf(files, part), part, separator, beside)
  return readLines(sheet, lines, [], separator, MOST_BESIDE_ROWS)
}

const asRead = (rows: readonly (Fields & { line: number })[]): ReadSheet => ({
  rows,
  broken: [],
  hasUnknownKeys: false,
  state: 'read',
  problems: [],
  notes: [],
})

/** What was sent in the place of stored rows with the same keys; new rows come after them. */
function laidOver(sheet: Sheet, stored: ReadSheet['rows'], sent: ReadSheet): ReadSheet {
  const byKey = new Map(sent.rows.map((row) => [keyOf(row, sheet.key), row]))
  const kept = stored.map((row) => {
    const key = keyOf(row, sheet.key)
    const over = byKey.get(key)
    byKey.delete(key)
    return over ?? row
  })
  const broken = new Set(sent.broken.map((row) => keyOf(row, sheet.key)))
  return {
    ...sent,
    rows: [
      ...kept.filter((row) => row.line !== STORED || !broken.has(keyOf(row, sheet.key))),
      ...byKey.values(),
    ],
  }
}

function compare(
  name: string,
  sheet: Sheet,
  stored: readonly PlanRow[],
  { rows, broken }: Pick<ReadSheet, 'rows' | 'broken'>,
): TableChanges {
  const before = new Map(stored.map(({ fields }) => [keyOf(fields, sheet.key), fields]))
  const present = new Set<string>()
  const added: string[] = []
  const changed: { key: string; cells: CellChange[] }[] = []
  for (const row of rows) {
    const key = keyOf(row, sheet.key)
    present.add(key)
    const known = before.get(key)
    if (!known) {
      added.push(key)
      continue
    }
    const kept: Fields = { ...row, ...sheet.kept?.asKept?.(row) }
    const cells = Object.keys(sheet.columns).flatMap((column): CellChange[] => {
      const [from, to] = [cellText(known[column]), cellText(kept[column])]
      return from === to ? [] : [{ column, from, to }]
    })
    if (cells.length > 0) changed.push({ key, cells })
  }
  // A row with a mistake is in the file all the same.
  const named = new Set([...present, ...broken.map((row) => keyOf(row, sheet.key))])
  const gone = sheet.isRequired ? [] : [...before.keys()].filter((key) => !named.has(key))
  return { name, sheet, added, changed, unchanged: present.size - added.length - changed.length, gone }
}

/** A key as somebody reads it: what is not stated is left out. */
export const shownKey = (key: string) => key.replaceAll('null', '–')
