import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Complaints } from '#platform/forms/form.ts'
import type { InstitutionRecord } from './record-store.server.ts'

/** What every part can offer for choice. */
export type Choices = {
  types: readonly Option[]
  others: readonly (Option & { id: string })[]
  sites: readonly Option[]
}

/** A part of an institution: its fields, what stands in them, and the rows that follow from what was typed. */
export type PartEdit = {
  fields: readonly EditField[]
  valuesOf: (record: InstitutionRecord) => Typed
  /**
   * @returns the rows as they would be, those that were typed, and what cannot be read; a problem of the rows is
   *   said at the field of its column, or at the one named for it
   */
  apply: (record: InstitutionRecord, typed: Typed) => Applied
}
export type Applied = {
  record: InstitutionRecord
  changed: readonly object[]
  complaints: Complaints
  /** Fields by columns, where they are called otherwise. */
  fieldOf?: Readonly<Record<string, string>>
}
