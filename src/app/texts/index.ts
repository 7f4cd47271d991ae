import columnsEn from './columns.en.json' with { type: 'json' }
import columnsLv from './columns.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }

export const appTexts = { lv: { ...lv, ...columnsLv }, en: { ...en, ...columnsEn } }

type Keys = typeof lv & typeof columnsLv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
