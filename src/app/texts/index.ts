import columnsEn from './columns.en.json' with { type: 'json' }
import columnsLv from './columns.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fileColumnsEn from './file-columns.en.json' with { type: 'json' }
import fileColumnsLv from './file-columns.lv.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }

export const appTexts = {
  lv: { ...lv, ...columnsLv, ...fileColumnsLv },
  en: { ...en, ...columnsEn, ...fileColumnsEn },
}

type Keys = typeof lv & typeof columnsLv & typeof fileColumnsLv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
