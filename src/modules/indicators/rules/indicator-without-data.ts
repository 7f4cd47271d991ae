import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { IndicatorSet } from '../model.ts'
import {
  hasResults,
  judgedPeriods,
  methodologyState,
  promisedIndicators,
  retirementOf,
} from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { indicatorEn, indicatorLv } from '../words/say.ts'
import { gapsOf, sayGaps } from './gaps.ts'

/** Indicators without a single result in the periods that are judged. */
export const indicatorWithoutData: Rule<IndicatorSet> = {
  code: 'indicator-without-data',
  title: { lv: 'Rādītājs bez datiem', en: 'Indicator without data' },
  explain: {
    lv: 'Rādītājs, kuram visā vērtējamajā laikā nav neviena rezultāta, par stratēģijas izpildi neko nepasaka. Rādītājam, ko vairs nemēra, tas ir tikai paziņojums.',
    en: 'An indicator without a single result in all the time that is judged says nothing about how the strategy went. For one that is no longer measured this is only a note.',
  },
  check: (set) =>
    promisedIndicators(set)
      // Without a methodology there can be no result, which `indicator-without-methodology` says.
      .filter((indicator) => methodologyState(indicator) !== 'missing')
      .filter((indicator) => judgedPeriods(set).length > 0 && !hasResults(indicator))
      .map((indicator) => {
        const gaps = gapsOf(set, indicator)
        const reasons = sayGaps(indicator, gaps)
        const isRetired = retirementOf(indicator) !== null
        return {
          severity: isRetired ? ('notice' as const) : ('obstacle' as const),
          subjects: aboutIndicator(indicator),
          explanation: sentences(
            `${indicatorLv(indicator, 'am')} nav neviena rezultāta, ko salīdzināt ar sasniedzamo vērtību: ${reasons.lv}.`,
            `${indicatorEn(indicator)} has no result to compare with a target: ${reasons.en}.`,
          ),
        }
      }),
}
