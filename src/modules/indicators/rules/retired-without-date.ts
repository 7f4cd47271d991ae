import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators, retirementOf } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { indicatorEn, indicatorLv } from '../words/say.ts'

/** Indicators that were dropped without saying since when or why. */
export const retiredWithoutDate: Rule<IndicatorSet> = {
  code: 'retired-without-date',
  title: {
    lv: 'Rādītāja mērīšana pārtraukta bez datuma vai iemesla',
    en: 'Retired without a date or a reason',
  },
  explain: {
    lv: 'Rādītāju drīkst vairs nemērīt, bet jāpateic, no kura datuma un kāpēc. Citādi nevar atšķirt pārdomātu lēmumu no aizmirsta mērījuma.',
    en: 'An indicator may be dropped, but it must be said from which date and why. Otherwise a considered decision cannot be told from a forgotten measurement.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const retirement = retirementOf(indicator)
      if (retirement === null || (retirement.on !== null && retirement.reason !== null)) return []
      const lacking =
        retirement.on !== null
          ? { lv: 'iemesls', en: 'the reason' }
          : retirement.reason !== null
            ? { lv: 'datums, no kura tas tā ir', en: 'the date from which this holds' }
            : { lv: 'ne datums, ne iemesls', en: 'either the date or the reason' }
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator),
        explanation: sentences(
          `${indicatorLv(indicator, 'u')} vairs nemēra, bet nav norādīts ${lacking.lv}.`,
          `${indicatorEn(indicator)} is no longer measured, but it does not state ${lacking.en}.`,
        ),
      }
    }),
}
