import type { IndicatorSet } from '../model.ts'
import { strategyIndicators } from './figures.ts'
import type { Rule } from './rule.ts'
import { aboutIndicator } from './subjects.ts'
import { indicatorEn, indicatorLv, sentences } from './wording.ts'

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
    strategyIndicators(set).flatMap((indicator) => {
      const { retiredOn, retiredReason, series } = indicator
      const isSaid = series.some(({ results }) =>
        results.some(({ value }) => value.kind === 'missing' && value.missing === 'retired'),
      )
      const isRetired = isSaid || retiredOn !== null || retiredReason !== null
      if (!isRetired || (retiredOn !== null && retiredReason !== null)) return []
      const lacking =
        retiredOn !== null
          ? { lv: 'iemesls', en: 'the reason' }
          : retiredReason !== null
            ? { lv: 'datums, no kura tas tā ir', en: 'the date from which this holds' }
            : { lv: 'ne datums, ne iemesls', en: 'either the date or the reason' }
      return {
        code: 'retired-without-date',
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator),
        explanation: sentences(
          `${indicatorLv(indicator, 'u')} vairs nemēra, bet nav norādīts ${lacking.lv}.`,
          `${indicatorEn(indicator)} is no longer measured, but it does not state ${lacking.en}.`,
        ),
      }
    }),
}
