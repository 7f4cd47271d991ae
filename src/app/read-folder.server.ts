import { registrySheets } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { checkDataset, datasetSheets } from '#platform/import/dataset.ts'
import { openFiles } from '#platform/import/open-file.server.ts'
import { openSource } from '#platform/import/open-source.server.ts'
import { capProblems, type ImportProblem } from '#platform/import/problems.ts'
import { type Beside, type Reading, readSheets, readSheetsFrom } from '#platform/import/read-sheets.server.ts'
import type { AllRows, Sheet } from '#platform/import/sheet.ts'
import type { SheetSource } from '#platform/import/sheet-source.ts'
import type { Loading } from '#platform/module.ts'
import { modules } from './modules.server.ts'

export type Dataset = Loading['dataset']

/** What was read of a folder; the rows are complete only when there are no problems. */
export type FolderContent = {
  dataset: Dataset
  rows: AllRows
  problems: ImportProblem[]
  notes: ImportProblem[]
  /** Files that the folder does not have. */
  absent: ReadonlySet<string>
}

/**
 * Every problem in a folder's files that can be seen without a database, by the country's registers that ship, and
 * how the files were read.
 */
export async function checkFolder(folder: string, reading: Reading = {}) {
  const { rows } = await readSheets(SHIPPED_REGISTERS, registers)
  const { problems, notes } = await readFolder(folder, { ...reading, beside: asRegisters(rows) })
  return { problems, notes }
}

/** The folder of the country's registers, below that of the product. */
const SHIPPED_REGISTERS = 'data/latvia'

/** Registers of the country at which rows of a municipality point. */
const registers = { institutionTypes: registrySheets.institutionTypes }

/** The country's registers as something that a municipality's files may point at. */
export const asRegisters = (rows: Beside['rows']): Beside => ({ sheets: registers, rows })

/** What the modules load of a data set, the ground first. */
export const loadingsOf = (dataset: Dataset) =>
  modules.flatMap(({ loads = [] }) => loads.filter((loading) => loading.dataset === dataset))

/** What only the database can tell of the rows of a municipality, however they came. */
export async function checkStored(
  tx: DatabaseTransaction,
  municipalityId: string,
  { dataset, rows }: Pick<FolderContent, 'dataset' | 'rows'>,
): Promise<ImportProblem[]> {
  const problems: ImportProblem[] = []
  for (const loading of loadingsOf(dataset))
    problems.push(...((await loading.checkStored?.(tx, municipalityId, rows)) ?? []))
  return problems
}

/** Every file that a folder of a data set may hold. */
export function sheetsOf(dataset: Dataset): Readonly<Record<string, Sheet>> {
  const about = dataset === 'municipality' ? datasetSheets : {}
  return Object.assign({}, about, ...loadingsOf(dataset).map(({ sheets }) => sheets))
}

/** Reads and checks a folder: the country's registers when it holds `municipalities.csv`, else a municipality's data. */
export async function readFolder(folder: string, reading: Reading): Promise<FolderContent> {
  const dataset = await datasetOf(folder)
  const { beside, encoding } = reading
  const files = await openFiles(folder)
  const source = await openSource(files, sheetsOf(dataset), encoding)
  return readContent(source, dataset, dataset === 'municipality' ? beside : undefined)
}

/** Reads and checks what a source has of a data set. */
export async function readContent(
  source: SheetSource,
  dataset: Dataset,
  beside: Beside | undefined,
  mostTold?: number,
): Promise<FolderContent> {
  const read = await readSheetsFrom(source, sheetsOf(dataset), beside)
  // Each loading checks and writes the rows of its own data set's sheets, which are all here.
  const rows = read.rows as AllRows
  const ofRows = [
    ...(dataset === 'municipality' ? checkDataset(rows) : []),
    ...loadingsOf(dataset).flatMap(({ check }) => check(rows)),
  ]
  const { notes, absent } = read
  return {
    dataset,
    rows,
    notes,
    absent,
    problems: together(read.problems, ofRows, read.unreadable, mostTold),
  }
}

async function datasetOf(folder: string): Promise<Dataset> {
  const files = await openFiles(folder)
  if ('complaint' in files) return 'municipality'
  const { has } = await openSource(files, COUNTRY_MARKS)
  const isCountry = has(registrySheets.municipalities) && !has(datasetSheets.dataset)
  return isCountry ? 'country' : 'municipality'
}

/** By which of them is there one knows what a folder is about. */
const COUNTRY_MARKS = { municipalities: registrySheets.municipalities, dataset: datasetSheets.dataset }

/**
 * Problems of single cells together with those of rows among themselves. That the one row is missing is said
 * only of a file that has no other problem.
 *
 * @param unreadable files of which nothing was read
 */
function together(
  ofCells: readonly ImportProblem[],
  ofRows: readonly ImportProblem[],
  unreadable: ReadonlySet<string>,
  mostTold: number | undefined,
): ImportProblem[] {
  const broken = new Set([...unreadable, ...ofCells.map(({ file }) => file)])
  const real = ofRows.filter(({ file, reason }) => reason !== 'platform.import.oneRow' || !broken.has(file))
  return capProblems([...ofCells, ...real], mostTold)
}
