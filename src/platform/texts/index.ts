import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }

export const platformTexts = { lv, en }

type Keys = typeof lv
declare module './text.ts' {
  interface AllTexts extends Keys {}
}
