import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { GENERATED_SOURCE } from '#platform/generate/world.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'

/** A document that the product itself is the source of, such as a data call. */
export type OwnDocument = {
  catalogue: string
  key: string
  title: LocalText
  /** Where everybody reads it: an address of ours; null for what is nowhere to be read. */
  url: string | null
}

/** Puts a document of ours among the sources of a plan, or brings it up to date. Answers its id. */
export async function keepDocument(
  tx: DatabaseTransaction,
  change: Change,
  { catalogue, key, title, url }: OwnDocument,
): Promise<string> {
  const ids = await revise(
    tx,
    change,
    { table: 'sources.document', key: ['catalogue', 'key'], hasId: true },
    [
      {
        catalogue,
        key,
        title_lv: title.lv,
        title_en: title.en,
        publisher: null,
        prepared_from: null,
        prepared_to: null,
        states_data_to: null,
        url,
      },
    ],
  )
  return idOf(ids, `${catalogue}·${key}`)
}

/** The one document of a plan to which everything invented for the demonstration refers, and which says so. Answers its id. */
export const keepInvented = (tx: DatabaseTransaction, change: Change, catalogue: string): Promise<string> =>
  keepDocument(tx, change, {
    catalogue,
    key: GENERATED_SOURCE,
    title: { lv: 'Izdomāti dati izmēģināšanai', en: 'Invented data for trying out' },
    url: null,
  })
