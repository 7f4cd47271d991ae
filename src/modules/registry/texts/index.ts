import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }
import unpublishedEn from './unpublished.en.json' with { type: 'json' }
import unpublishedLv from './unpublished.lv.json' with { type: 'json' }

export const registryTexts = { lv: { ...lv, ...unpublishedLv }, en: { ...en, ...unpublishedEn } }

type Keys = typeof registryTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
