import type { Findable, Searched } from '#platform/searched.ts'
import { sourceAddress } from './anchors.ts'
import { findSourceDocuments } from './store.server.ts'

/** The documents that figures and sentences were taken from. */
export const searchedSources: Searched = {
  kinds: [{ code: 'source', label: 'sources.kind' }],
  find: async ({ tx, municipality }) => {
    if (!municipality) return []
    return (await findSourceDocuments(tx, municipality.id)).map(
      ({ key, title, publisher }): Findable => ({
        kind: 'source',
        address: sourceAddress(key),
        name: title,
        words: [publisher === null ? null : { lv: publisher, en: publisher }],
      }),
    )
  },
}
