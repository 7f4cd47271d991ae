import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }
import todoEn from './todo.en.json' with { type: 'json' }
import todoLv from './todo.lv.json' with { type: 'json' }

export const surveysTexts = { lv: { ...lv, ...todoLv }, en: { ...en, ...todoEn } }

type Keys = typeof surveysTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
