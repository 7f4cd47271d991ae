import type { DatabaseTransaction } from '../database/types.server.ts'
import type { LocalText } from '../texts/text.ts'
import type { Change } from '../write/change.server.ts'
import type { Random } from './random.ts'

/** Rows as they stand in a file: cells by their columns; what is absent is empty. */
export type SheetRow = Readonly<Record<string, string>>
/** Rows by the name of their sheet. */
export type SheetRows = Readonly<Record<string, readonly SheetRow[]>>

/** An invented municipality in the making: its name is a real one's, everything else is made up. */
export type World = {
  municipality: { slug: string; name: LocalText }
  /** Public id of its strategy, which says that it is invented. */
  strategy: string
  /** Years in which the school years begin that have figures, the oldest first. */
  years: readonly number[]
  institutions: number
  pupils: number
  /** What the modules below have made. */
  rows: SheetRows
}

/** What a module adds to an invented municipality. */
export type Generates = {
  /** Rows of the module's own files, which are loaded as any others are. */
  sheets?: (world: World, random: Random) => SheetRows
  /** What comes by no file. Persons only where invented ones may be kept. */
  persons?: (tx: DatabaseTransaction, change: Change, world: World, random: Random) => Promise<void>
}

/** A document to which everything invented refers. */
export const GENERATED_SOURCE = 'izdomati-dati'

/** Where a row was taken from: from nowhere. */
export const invented = { source: GENERATED_SOURCE }

export const schoolYear = (start: number) => `${start}/${start + 1}`

const MIDDLE = 'izdomata'

/** The public id of an invented strategy. */
export const generatedStrategy = (slug: string, from: number, to: number) => `${slug}-${MIDDLE}-${from}-${to}`

/** Whether a public id is an invented strategy's. */
export const isGeneratedStrategy = (id: string) => new RegExp(`-${MIDDLE}-\\d{4}-\\d{4}$`).test(id)
