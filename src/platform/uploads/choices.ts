import type { OtherEncoding } from '../import/decode.ts'
import type { Writing } from '../import/separator.ts'
import type { Mapping } from './mapping.ts'

/** How days are written: as we do (`2025-12-31`, `31.12.2025`), or with slashes, the day or the month first. */
export type DateForm = 'own' | 'dayFirst' | 'monthFirst'

/** One table in the files that were sent: what it was taken for, and how it is read. */
export type PartChoice = {
  /** Number of the file, and the tab of a workbook. */
  file: number
  tab: string | null
  /** Name of our sheet; empty while nobody knows, or when it is to be left out. */
  sheet: string
  /** Encoding of a text that is no Unicode; proposed until a person confirms it. */
  encoding: OtherEncoding | null
  isEncodingConfirmed: boolean
  separator: Writing['separator']
  decimal: ',' | '.'
  dates: DateForm
  /** Line of the headings, the first being 1. */
  header: number
  mapping: Mapping | null
}

export type Choices = { parts: readonly PartChoice[] }
