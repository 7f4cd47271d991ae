import type { ImportProblem } from './problems.ts'
import type { ReadSheet } from './read-sheet.ts'
import type { Sheet } from './sheet.ts'

/** Where sheets are read from: a folder, a workbook, what somebody has sent. */
export type SheetSource = {
  /** What was read of a sheet; undefined when it is not there. */
  read: (sheet: Sheet, name: string) => Promise<ReadSheet | undefined>
  /** What about the files as a whole should be said. */
  problems: readonly ImportProblem[]
  notes: readonly ImportProblem[]
  /** Nothing could be listed, so that nothing is said of what is missing. */
  isClosed?: boolean
}
