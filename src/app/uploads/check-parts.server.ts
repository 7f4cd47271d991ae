import { findInstitutionTypes } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { keyOf } from '#platform/import/find-row.ts'
import { findPlanRows } from '#platform/import/plan-rows.server.ts'
import { type ImportProblem, MOST_BESIDE_ROWS } from '#platform/import/problems.ts'
import { asRead, type ReadSheet } from '#platform/import/read-sheet.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { SheetSource } from '#platform/import/sheet-source.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import type { UploadedFile } from '#platform/uploads/upload-store.server.ts'
import { linkSheets, type OfMunicipality } from '../export.server.ts'
import { newProblems } from '../new-problems.ts'
import { asRegisters, checkStored, type FolderContent, readContent, sheetsOf } from '../read-folder.server.ts'
import { leftExamples } from './example-rows.ts'
import { readParts, type SentTable } from './read-parts.server.ts'
import { compareTable, type TableChanges } from './table-changes.ts'

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
  const { sent, twice, notes } = await readParts(files, parts, { sheets, stored })
  const check = (tables: ReadonlyMap<string, SentTable>) => {
    const source: SheetSource = {
      problems: [],
      notes: [],
      read: async (sheet, name) => {
        if (name === 'dataset') return asRead([about])
        const rows = (stored.get(name) ?? [])
          .filter((row) => row.isPublic === isPublic)
          .map(({ fields }) => ({ ...fields, line: STORED }))
        const table = tables.get(name)
        return table ? laidOver(sheet, rows, table.read) : asRead(rows)
      },
    }
    return readContent(source, 'municipality', beside, MOST_BESIDE_ROWS)
  }
  const content = await check(sent)
  const isOurs = tellOwn(sent, content)
  const others = content.problems.filter((problem) => !isOurs(problem))
  const before = others.length === 0 ? [] : (await check(new Map())).problems
  const tables = [...sent.values()]
  const problems = [
    ...twice,
    ...content.problems.filter(isOurs),
    ...newProblems(before, others).map(withoutLine),
    ...(await checkStored(tx, municipality.id, content)).filter(isOurs),
    ...tables.flatMap((table) => leftExamples(table, stored.get(table.name) ?? [])),
  ]
  const changes = tables.map((table) => compareTable(table, stored.get(table.name) ?? []))
  return { content, problems, notes, changes }
}

/** Stands on no line of any file: it is in the database. */
const STORED = 0

const withoutLine = ({ line, ...problem }: ImportProblem): ImportProblem =>
  line === STORED || line === undefined ? problem : { ...problem, line }

/** Tells what is wrong with what was sent from what is wrong with stored rows by themselves. */
function tellOwn(sent: ReadonlyMap<string, SentTable>, { rows }: FolderContent) {
  const tables = [...sent.values()]
  const files = new Set(tables.map(({ sheet }) => sheet.file))
  // What belongs to a plan cannot come before the plan itself; institutions can.
  const lacksPlan = rows.strategy.length === 0 && tables.some(({ sheet }) => sheet.kept?.within !== undefined)
  const { file: plan } = sheetsOf('municipality').strategy ?? {}
  return ({ file, line, reason }: ImportProblem): boolean =>
    (files.has(file) && line !== STORED) ||
    (lacksPlan && file === plan && reason === 'platform.import.oneRow')
}

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
