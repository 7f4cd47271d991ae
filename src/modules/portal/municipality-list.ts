import type { Municipality } from '#modules/registry'
import { fold, wordsIn } from '#platform/texts/fold.ts'

/** First day of the register of municipalities that ships. */
export const REGISTER_BEGINS = '2020-06-23'
/** From this day on the municipalities of the register also worked; before it the law had only named them. */
export const REFORM_TOOK_EFFECT = '2021-07-01'

/** The municipalities whose name or region holds every word, whatever the case and diacritics. */
export function searchMunicipalities(
  municipalities: readonly Municipality[],
  search: string,
): Municipality[] {
  const words = wordsIn(search)
  return municipalities.filter(({ name, region }) => {
    const names = fold([name.lv, name.en, region.name.lv, region.name.en].join(' '))
    return words.every((word) => names.includes(word))
  })
}
