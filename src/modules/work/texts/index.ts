import dutiesEn from './duties.en.json' with { type: 'json' }
import dutiesLv from './duties.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }

/** One pair of files for each of the module's rooms. */
export const workTexts = {
  lv: {
    ...lv,
    ...dutiesLv,
  },
  en: {
    ...en,
    ...dutiesEn,
  },
}

type Keys = typeof workTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
