import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }

export const searchTexts = { lv, en }

type Keys = typeof lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
