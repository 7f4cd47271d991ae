import en from '../../portal/texts/en.json' with { type: 'json' }
import lv from '../../portal/texts/lv.json' with { type: 'json' }
import countryEn from './country.en.json' with { type: 'json' }
import countryLv from './country.lv.json' with { type: 'json' }

export const portalTexts = { lv: { ...lv, ...countryLv }, en: { ...en, ...countryEn } }

type Keys = typeof portalTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
