import chartEn from './chart.en.json' with { type: 'json' }
import chartLv from './chart.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }

export const platformTexts = { lv: { ...lv, ...chartLv }, en: { ...en, ...chartEn } }

type Keys = typeof platformTexts.lv
declare module './text.ts' {
  interface AllTexts extends Keys {}
}
