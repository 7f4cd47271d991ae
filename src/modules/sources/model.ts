import type { LocalText } from '#platform/texts/text.ts'

/** Where a figure or a sentence stands: the key of its document, and the place in it. */
export type Citation = { source: string | null; locator: string | null }

/** A document that figures and sentences were taken from. */
export type SourceDocument = {
  key: string
  title: LocalText
  publisher: string | null
  preparedFrom: string | null
  preparedTo: string | null
  /** Last day that its data speak of, as it says itself. */
  statesDataTo: string | null
  url: string | null
}

/** A document as its row in a file or a table states it. */
type DocumentRow = {
  key: string
  title_lv: string
  title_en: string
  publisher: string | null
  prepared_from: string | null
  prepared_to: string | null
  states_data_to: string | null
  url: string | null
}

export const asDocument = (row: DocumentRow): SourceDocument => ({
  key: row.key,
  title: { lv: row.title_lv, en: row.title_en },
  publisher: row.publisher,
  preparedFrom: row.prepared_from,
  preparedTo: row.prepared_to,
  statesDataTo: row.states_data_to,
  url: row.url,
})

/** The columns of a citation in tables, by the id of the document. */
export type CitedRow = { source_id: string | null; locator: string | null }

/** Reads the citation of a row. Documents that `keys` does not name are left out. */
export function citationReader(keys: ReadonlyMap<string, string>) {
  return ({ source_id, locator }: CitedRow): Citation => ({
    source: source_id === null ? null : (keys.get(source_id) ?? null),
    locator,
  })
}

/** Writes the citation of a file's row as columns of a table, by the ids that documents have there. */
export function citationWriter(ids: ReadonlyMap<string, string> = new Map()) {
  return ({ source, locator }: Citation): CitedRow => ({
    source_id: source === null ? null : (ids.get(source) ?? null),
    locator,
  })
}
