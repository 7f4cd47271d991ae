import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { baselineFigure, type Figure } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators, retirementOf } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** Baselines of which nobody knows when they were measured. */
export const baselineWithoutYear: Rule<IndicatorSet> = {
  code: 'baseline-without-year',
  title: { lv: 'Bāzes vērtībai nav gada', en: 'Baseline without a year' },
  explain: {
    lv: 'Bāzes vērtībai jānorāda, kad tā mērīta. Citādi nav zināms, cik gados izmaiņa notikusi un vai tā notikusi stratēģijas laikā, un neviens nevar bāzes vērtību pārbaudīt.',
    en: 'A baseline must say when it was measured. Otherwise nobody knows over how many years the change happened and whether it happened while the strategy ran, and nobody can check it.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      // Of what is no longer measured nobody counts a change.
      if (retirementOf(indicator) !== null) return []
      const affected = indicator.series.filter((series) => baselineFigure(series)?.period === 'unknown')
      if (affected.length === 0) return []
      const figures = affected.map(baselineFigure).filter((figure) => figure !== null)
      const values = (words: Words) => words.list(figures.map(({ value }: Figure) => words.value(value)))
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator, affected),
        explanation: sentences(
          `${indicatorLv(indicator, 'a', affected)} bāzes vērtībai nav norādīts gads: ${values(lv)}.`,
          `the baseline of ${indicatorEn(indicator, affected)} does not say of which year it is: ${values(en)}.`,
        ),
      }
    }),
}
