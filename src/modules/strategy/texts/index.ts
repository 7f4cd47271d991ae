import accountabilityEn from './accountability.en.json' with { type: 'json' }
import accountabilityLv from './accountability.lv.json' with { type: 'json' }
import alignmentEn from './alignment.en.json' with { type: 'json' }
import alignmentLv from './alignment.lv.json' with { type: 'json' }
import dutiesEn from './duties.en.json' with { type: 'json' }
import dutiesLv from './duties.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import goalEn from './goal.en.json' with { type: 'json' }
import goalLv from './goal.lv.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }
import planEn from './plan.en.json' with { type: 'json' }
import planLv from './plan.lv.json' with { type: 'json' }
import roundsEn from './rounds.en.json' with { type: 'json' }
import roundsLv from './rounds.lv.json' with { type: 'json' }
import todoEn from './todo.en.json' with { type: 'json' }
import todoLv from './todo.lv.json' with { type: 'json' }
import versionsEn from './versions.en.json' with { type: 'json' }
import versionsLv from './versions.lv.json' with { type: 'json' }

/** One pair of files for each of the module's rooms. */
export const strategyTexts = {
  lv: {
    ...lv,
    ...accountabilityLv,
    ...alignmentLv,
    ...dutiesLv,
    ...planLv,
    ...goalLv,
    ...roundsLv,
    ...todoLv,
    ...versionsLv,
  },
  en: {
    ...en,
    ...accountabilityEn,
    ...alignmentEn,
    ...dutiesEn,
    ...planEn,
    ...goalEn,
    ...roundsEn,
    ...todoEn,
    ...versionsEn,
  },
}

type Keys = typeof strategyTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
