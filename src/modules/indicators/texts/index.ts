import certaintyEn from './certainty.en.json' with { type: 'json' }
import certaintyLv from './certainty.lv.json' with { type: 'json' }
import chartEn from './chart.en.json' with { type: 'json' }
import chartLv from './chart.lv.json' with { type: 'json' }
import editingEn from './editing.en.json' with { type: 'json' }
import editingLv from './editing.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import listEn from './list.en.json' with { type: 'json' }
import listLv from './list.lv.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }
import todoEn from './todo.en.json' with { type: 'json' }
import todoLv from './todo.lv.json' with { type: 'json' }
import verdictEn from './verdict.en.json' with { type: 'json' }
import verdictLv from './verdict.lv.json' with { type: 'json' }

export const indicatorsTexts = {
  lv: { ...lv, ...verdictLv, ...certaintyLv, ...editingLv, ...listLv, ...todoLv, ...chartLv },
  en: { ...en, ...verdictEn, ...certaintyEn, ...editingEn, ...listEn, ...todoEn, ...chartEn },
}

type Keys = typeof indicatorsTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
