import en from '../../portal/texts/en.json' with { type: 'json' }
import lv from '../../portal/texts/lv.json' with { type: 'json' }

export const portalTexts = { lv, en }

type Keys = typeof lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
