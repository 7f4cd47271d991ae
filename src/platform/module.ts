import type { Endpoint } from './api/endpoint.ts'
import type { DatabaseTransaction } from './database/types.server.ts'
import type { Demonstrates } from './demo.ts'
import { declareEdited, type EditedTable } from './editing/edited-tables.ts'
import type { Generates } from './generate/world.ts'
import type { Example } from './import/examples.ts'
import type { ImportProblem } from './import/problems.ts'
import type { AllRows, Sheet } from './import/sheet.ts'
import type { Job } from './jobs/job.ts'
import type { Keeper } from './keep/keeper.ts'
import type { PersonalDataEntry } from './personal-data/entry.ts'
import { type Capability, declareCapabilities, type HeldBy } from './rights/capabilities.ts'
import type { TableDeclaration } from './rights/declaration.ts'
import { declareReach } from './rights/declared.ts'
import type { Searched } from './searched.ts'
import type { Language, LocalText, TextKey, TextValues } from './texts/text.ts'
import type { User } from './users.ts'
import type { Change } from './write/change.server.ts'

/** What a module loads from a folder of files: the registers of the country, or the data of one municipality. */
export type Loading = {
  dataset: 'country' | 'municipality'
  sheets: Readonly<Record<string, Sheet>>
  /** What each file is for and how it is written. */
  examples?: Readonly<Record<string, Example>>
  /** What in the rows contradicts itself or points at something that is not there. */
  check: (rows: AllRows) => ImportProblem[]
  /** What only the database can tell of rows, such as that a file which they name was never handed in. */
  checkStored?: (tx: DatabaseTransaction, municipalityId: string, rows: AllRows) => Promise<ImportProblem[]>
  /** Stores checked rows in the caller's transaction, after the modules below have stored theirs. */
  write: (tx: DatabaseTransaction, change: Change, rows: AllRows, ids: Ids) => Promise<unknown>
  /** Brings in line what follows from the rows, once all of them are written or withdrawn. */
  settle?: (tx: DatabaseTransaction, change: Change) => Promise<void>
  /** What one must be allowed to do to load them. */
  capability: Capability
  /** Cells about few people, which only holders of a capability are given as they are; everybody else gets `c`. */
  guarded?: { capability: Capability; cells: Readonly<Record<string, readonly string[]>> }
  /** What the module keeps as rows of its own of the cells of another sheet, such as the goal of an indicator. */
  links?: { sheets: Readonly<Record<string, Sheet>>; rowsOf: (rows: AllRows) => LinkRows }
}

/** Rows of links by the name of their sheet: each belongs to the row of the other sheet with the same key. */
export type LinkRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Ids of rows that others point at, by the table and by the key used in files. Each module adds its own. */
export type Ids = Map<string, ReadonlyMap<string, string>>

/** A section of a municipality's pages, below its address. */
export type MenuEntry = {
  address: string
  label: TextKey
  /** Where it stands among the sections of all modules. */
  position: number
}

/** What pages of a workplace are for, in the order in which they are shown. */
export const WORK_GROUPS = ['data', 'plan', 'reporting', 'people'] as const
export type WorkGroup = (typeof WORK_GROUPS)[number]

/** A page of a workplace, below `/darbs/<municipality>` or of the country below `/darbs`, for those who may do something there. */
export type WorkMenuEntry = MenuEntry & {
  group: WorkGroup
  /** Whoever holds one of these somewhere in the municipality, or over the country, is led to it. */
  capabilities: readonly Capability[]
}

/** A line on the first page of whoever has signed in. */
export type DeskPart = {
  /** Municipality to whose workplace it belongs; null for what is the country's or the account's own. */
  municipalityId: string | null
  /** What waits, with `values.count` where it is counted. */
  label: TextKey
  values?: TextValues
  /** What it is about, said after that. */
  about?: LocalText
  /** Where it is dealt with: below the workplace of its municipality, or below `/darbs`. */
  address: string
  /** Something that went wrong stands before what merely waits. */
  isFailure?: true
}

/** Public pages by their addresses: of the country, and below the address of a municipality. */
export type PublicPages = {
  country?: readonly string[]
  municipality?: (tx: DatabaseTransaction, municipalityId: string) => Promise<readonly string[]>
}

/** What there is to do where a task leads to, by the kind of the task. */
export type TaskWords = {
  todo: TextKey
  /** It is done by what is done at its address, and not by saying so. */
  endsItself?: true
}

/**
 * What a module brings. The application walks the list of modules for importing, gathering findings, the API,
 * the menu and the texts, so that a new module is named in one place. Ground modules may add what they gather.
 */
export interface Module {
  /** Its folder, and how its text keys begin. */
  name: string
  texts?: Readonly<Record<Language, Readonly<Record<string, string>>>>
  loads?: readonly Loading[]
  menu?: readonly MenuEntry[]
  workMenu?: readonly WorkMenuEntry[]
  countryMenu?: readonly WorkMenuEntry[]
  /** What of it waits for somebody who has signed in, across municipalities, as far as that person may see it. */
  desk?: (tx: DatabaseTransaction, user: User) => Promise<DeskPart[]>
  /** What its tasks ask for, by their kinds. */
  tasks?: Readonly<Record<string, TaskWords>>
  /** What one may do with its things, and which roles may. */
  capabilities?: HeldBy
  /** What it keeps of persons: for the record of processing, for whoever asks for theirs, for erasing. */
  personalData?: readonly PersonalDataEntry[]
  /** Who reaches each of its tables. */
  reach?: Readonly<Record<string, TableDeclaration>>
  /** Tables whose rows are edited, for the page of their history. */
  edited?: Readonly<Record<string, EditedTable>>
  /** What it works out from all data of a municipality and keeps until they change, or what makes that of all modules. */
  keeps?: readonly Keeper[] | ((modules: readonly Module[]) => readonly Keeper[])
  /** What it does outside of requests. */
  jobs?: readonly Job[]
  /** What it adds to a municipality that is invented for trying out. */
  generates?: Generates
  /** What it invents for the demonstration, after the modules before it. */
  demonstrates?: Demonstrates
  /** Pages that search engines are told of besides the sections. */
  publicPages?: PublicPages
  /** What readers can look for, or what makes that of all modules. */
  searched?: Searched | ((modules: readonly Module[]) => Searched)
  /** Addresses of the public API, or what makes them of all modules. */
  api?: readonly Endpoint[] | ((modules: readonly Module[]) => readonly Endpoint[])
}

export function defineModule(module: Module): Module {
  declareCapabilities(module.capabilities ?? {})
  declareReach(module.name, module.reach ?? {})
  declareEdited(module.edited ?? {})
  return module
}
