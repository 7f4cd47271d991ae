import contentEn from './content.en.json' with { type: 'json' }
import contentLv from './content.lv.json' with { type: 'json' }
import dutiesEn from './duties.en.json' with { type: 'json' }
import dutiesLv from './duties.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }
import reportsEn from './reports.en.json' with { type: 'json' }
import reportsLv from './reports.lv.json' with { type: 'json' }

/** One pair of files for each of the module's rooms. */
export const publishingTexts = {
  lv: {
    ...lv,
    ...contentLv,
    ...dutiesLv,
    ...reportsLv,
  },
  en: {
    ...en,
    ...contentEn,
    ...dutiesEn,
    ...reportsEn,
  },
}

type Keys = typeof publishingTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
