import {
  oddities,
  openWorkbook,
  type Workbook,
  type WorkSheet,
  workbookRows,
} from '../workbook/read-workbook.server.ts'
import type { OtherEncoding } from './decode.ts'
import { matchNames, plainName } from './match-names.ts'
import type { Files } from './open-file.server.ts'
import type { Complaint, ImportProblem } from './problems.ts'
import { type ReadSheet, readLines, readSheet } from './read-sheet.ts'
import type { Sheet } from './sheet.ts'
import type { SheetSource } from './sheet-source.ts'
import { shown } from './shown.ts'

type Sheets = Readonly<Record<string, Sheet>>
/** A sheet's rows in a workbook, and what to call the place. */
type Found = { workbook: Workbook; tab: WorkSheet; place: string }

/** Sheets of the product by their files: those of CSV, and those that are in workbooks. */
export async function openSource(
  files: Files,
  sheets: Sheets,
  encoding?: OtherEncoding,
): Promise<SheetSource & { has: (sheet: Sheet) => boolean }> {
  if ('complaint' in files) {
    const problem = { file: shown(files.place), ...files.complaint }
    return { has: () => false, read: async () => undefined, problems: [problem], notes: [], isClosed: true }
  }
  const expected = Object.values(sheets).map(({ file }) => file)
  const books = await openBooks(files, expected)
  const others = files.names.filter((name) => !isWorkbook(name) || !books.opened.has(name))
  const matched = matchNames(others, expected, new Set(books.found.keys()))
  const twice = [...matched.found].flatMap(([file, name]): ImportProblem[] => {
    const [book] = books.found.get(file) ?? []
    return book ? [twiceThere(file, [name, book.place])] : []
  })
  const read = async (sheet: Sheet): Promise<ReadSheet | undefined> => {
    const [book] = books.found.get(sheet.file) ?? []
    const name = matched.found.get(sheet.file)
    if (name === undefined) return book && readTab(sheet, book)
    const content = await files.read(name)
    return 'complaint' in content
      ? unreadable({ file: sheet.file, ...content.complaint })
      : readSheet(sheet, content.bytes, encoding)
  }
  return {
    has: ({ file }) => matched.found.has(file) || books.found.has(file),
    read,
    problems: [...books.problems, ...matched.problems, ...twice],
    notes: [...matched.notes, ...books.notes],
  }
}

export const isWorkbook = (name: string) => /\.xlsx$/i.test(name.trim())

/** A sheet of a workbook, with what about it is read otherwise than it looks. */
async function readTab(sheet: Sheet, { workbook, tab, place }: Found): Promise<ReadSheet> {
  const { file } = sheet
  const notes: ImportProblem[] = [
    { file, reason: 'platform.import.noteWorkbook', values: { found: shown(place) } },
    ...(tab.isHidden ? [{ file, reason: 'platform.import.noteHidden' as const, values: {} }] : []),
    ...(await oddities(workbook, tab)).map((one) => ({ file, ...one })),
  ]
  return readLines(sheet, workbookRows(workbook, tab), notes)
}

/** Tabs of the templates that hold no rows. */
export const HELP_TABS: readonly string[] = ['kā-aizpildīt', 'saraksti']

/** What every workbook of the folder holds. One that is called like a file and has one tab only is that file. */
async function openBooks(files: Extract<Files, { names: unknown }>, expected: readonly string[]) {
  const found = new Map<string, Found[]>()
  const problems: ImportProblem[] = []
  const notes: ImportProblem[] = []
  const opened = new Set<string>()
  for (const name of files.names.filter(isWorkbook)) {
    // What Excel keeps beside an open workbook.
    if (name.startsWith('~$')) continue
    const content = await files.read(name)
    const workbook = 'complaint' in content ? content : openWorkbook(content.bytes)
    if ('complaint' in workbook) {
      problems.push({ file: shown(name), ...workbook.complaint })
      opened.add(name)
      continue
    }
    const named = workbook.sheets.flatMap((tab) => {
      const file = fileOfTab(tab, expected)
      return file ? [{ file, tab }] : []
    })
    const own = plainName(name).replace(/\.xlsx$/, '.csv')
    const visible = workbook.sheets.filter((tab) => !tab.isHidden && !HELP_TABS.includes(plainName(tab.name)))
    const [only] = visible
    const tabs =
      named.length === 0 && expected.includes(own) && only && visible.length === 1
        ? [{ file: own, tab: only }]
        : named
    if (tabs.length === 0) continue
    opened.add(name)
    for (const { file, tab } of tabs) {
      found.set(file, [...(found.get(file) ?? []), { workbook, tab, place: `${name} › ${tab.name}` }])
    }
    for (const tab of visible.filter((one) => !tabs.some((used) => used.tab === one))) {
      notes.push({
        file: shown(name),
        reason: 'platform.import.noteTabIgnored',
        values: { found: shown(tab.name) },
      })
    }
  }
  for (const [file, places] of found) {
    if (places.length > 1)
      problems.push(
        twiceThere(
          file,
          places.map(({ place }) => place),
        ),
      )
  }
  return { found, problems, notes, opened }
}

/** Tabs are called like the files, with or without their ending. */
function fileOfTab({ name }: WorkSheet, expected: readonly string[]): string | undefined {
  const plain = plainName(name)
  return expected.find((file) => plain === file || `${plain}.csv` === file)
}

const twiceThere = (file: string, places: readonly string[]): ImportProblem => ({
  file,
  reason: 'platform.import.fileTwice',
  values: { found: shown(places.toSorted().join(', ')) },
})

const unreadable = (problem: { file: string } & Complaint): ReadSheet => ({
  rows: [],
  broken: [],
  hasUnknownKeys: false,
  state: 'unreadable',
  problems: [problem],
  notes: [],
})
