import { decode } from '../import/decode.ts'
import { plainName } from '../import/match-names.ts'
import { HELP_TABS, isWorkbook } from '../import/open-source.server.ts'
import type { Complaint } from '../import/problems.ts'
import type { Lines } from '../import/read-sheet.ts'
import { detectWriting } from '../import/separator.ts'
import { type Row, splitRows } from '../import/split-rows.ts'
import { oddities, openWorkbook, workbookRows } from '../workbook/read-workbook.server.ts'
import type { PartChoice } from './choices.ts'
import type { UploadedFile } from './upload-store.server.ts'

/** A table somewhere in the files: a text file, or a tab of a workbook. */
export type PartPlace = { file: number; tab: string | null }

/** Every table in the files, and of files that cannot be opened why. */
export function listPlaces(files: readonly UploadedFile[]) {
  const places: PartPlace[] = []
  const broken: { name: string; complaint: Complaint }[] = []
  for (const [file, { name, bytes }] of files.entries()) {
    if (!isWorkbook(name)) {
      places.push({ file, tab: null })
      continue
    }
    const workbook = openWorkbook(bytes)
    if ('complaint' in workbook) broken.push({ name, complaint: workbook.complaint })
    else {
      const tabs = workbook.sheets.filter(
        ({ name: tab, isHidden }) => !isHidden && !HELP_TABS.includes(plainName(tab)),
      )
      places.push(...tabs.map((tab) => ({ file, tab: tab.name })))
    }
  }
  return { places, broken }
}

type How = Pick<PartChoice, 'file' | 'tab' | 'encoding' | 'separator'>

/** The rows of a table as they stand in its file. */
export function linesOf(files: readonly UploadedFile[], { file, tab, encoding, separator }: How): Lines {
  const found = files[file]
  if (!found) return ended({ reason: 'platform.import.fileEmpty', values: {} })
  if (tab === null) return textLines(found.bytes, { encoding, separator })
  const workbook = openWorkbook(found.bytes)
  if ('complaint' in workbook) return ended(workbook.complaint)
  const sheet = workbook.sheets.find(({ name }) => name === tab)
  return sheet
    ? workbookRows(workbook, sheet)
    : ended({ reason: 'platform.import.workbookBroken', values: {} })
}

/** What in a table is read otherwise than it looks. */
export async function odditiesOf(
  files: readonly UploadedFile[],
  { file, tab }: PartPlace,
): Promise<Complaint[]> {
  const found = tab === null ? undefined : files[file]
  const workbook = found && openWorkbook(found.bytes)
  if (!workbook || 'complaint' in workbook) return []
  const sheet = workbook.sheets.find(({ name }) => name === tab)
  return sheet ? oddities(workbook, sheet) : []
}

async function* textLines(bytes: Uint8Array, { encoding, separator }: Omit<How, 'file' | 'tab'>): Lines {
  const decoded = decode(bytes, encoding ?? undefined)
  if ('complaint' in decoded) return decoded.complaint
  const writing = detectWriting(decoded.text)
  const start = 'complaint' in writing ? undefined : writing.start
  return yield* splitRows(decoded.text, separator, start)
}

// biome-ignore lint/correctness/useYield: nothing comes before the complaint
async function* ended(complaint: Complaint): Lines {
  return complaint
}

/** The first rows, for looking at how a table is written. */
export async function firstRows(
  lines: Lines,
  count: number,
): Promise<{ rows: Row[]; complaint?: Complaint }> {
  const rows: Row[] = []
  while (rows.length < count) {
    const next = await lines.next()
    if (next.done) return next.value ? { rows, complaint: next.value } : { rows }
    if (next.value.cells.some((cell) => cell.trim() !== '')) rows.push(next.value)
  }
  await lines.return(undefined)
  return { rows }
}
