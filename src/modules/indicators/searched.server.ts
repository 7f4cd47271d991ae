import { wordingOfRow } from '#modules/sources'
import type { Findable, Searched } from '#platform/searched.ts'
import { indicatorAddress } from './anchors.ts'
import { findDescribedIndicators } from './searched-store.server.ts'

/** The indicators of the current plan. Their figures are looked at on their pages. */
export const searchedIndicators: Searched = {
  kinds: [{ code: 'indicator', label: 'indicators.kind', weight: 1.4 }],
  find: async ({ tx, municipality }) => {
    if (!municipality) return []
    return (await findDescribedIndicators(tx, municipality.id)).map((row): Findable => {
      const { title, short } = wordingOfRow(row)
      return {
        kind: 'indicator',
        address: indicatorAddress(row.code),
        name: title,
        called: [row.code],
        words: [
          inBoth(row.definition_lv, row.definition_en),
          inBoth(row.data_source_lv, row.data_source_en),
          short.lv === title.lv ? null : short,
        ],
      }
    })
  },
}

const inBoth = (lv: string | null, en: string | null) =>
  lv === null && en === null ? null : { lv: lv ?? '', en: en ?? '' }
