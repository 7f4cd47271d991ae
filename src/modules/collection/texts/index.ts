import analysesEn from './analyses.en.json' with { type: 'json' }
import analysesLv from './analyses.lv.json' with { type: 'json' }
import burdenEn from './burden.en.json' with { type: 'json' }
import burdenLv from './burden.lv.json' with { type: 'json' }
import callsEn from './calls.en.json' with { type: 'json' }
import callsLv from './calls.lv.json' with { type: 'json' }
import campaignsEn from './campaigns.en.json' with { type: 'json' }
import campaignsLv from './campaigns.lv.json' with { type: 'json' }
import checksEn from './checks.en.json' with { type: 'json' }
import checksLv from './checks.lv.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import feedbackEn from './feedback.en.json' with { type: 'json' }
import feedbackLv from './feedback.lv.json' with { type: 'json' }
import formEn from './form.en.json' with { type: 'json' }
import formLv from './form.lv.json' with { type: 'json' }
import lifeEn from './life.en.json' with { type: 'json' }
import lifeLv from './life.lv.json' with { type: 'json' }
import lv from './lv.json' with { type: 'json' }
import monitoringEn from './monitoring.en.json' with { type: 'json' }
import monitoringLv from './monitoring.lv.json' with { type: 'json' }
import offlineEn from './offline.en.json' with { type: 'json' }
import offlineLv from './offline.lv.json' with { type: 'json' }
import workbookEn from './workbook.en.json' with { type: 'json' }
import workbookLv from './workbook.lv.json' with { type: 'json' }

/** One pair of files for each of the module's rooms. */
export const collectionTexts = {
  lv: {
    ...lv,
    ...analysesLv,
    ...burdenLv,
    ...callsLv,
    ...campaignsLv,
    ...checksLv,
    ...feedbackLv,
    ...formLv,
    ...lifeLv,
    ...monitoringLv,
    ...offlineLv,
    ...workbookLv,
  },
  en: {
    ...en,
    ...analysesEn,
    ...burdenEn,
    ...callsEn,
    ...campaignsEn,
    ...checksEn,
    ...feedbackEn,
    ...formEn,
    ...lifeEn,
    ...monitoringEn,
    ...offlineEn,
    ...workbookEn,
  },
}

type Keys = typeof collectionTexts.lv
declare module '#platform/texts/text.ts' {
  interface AllTexts extends Keys {}
}
