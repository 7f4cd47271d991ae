import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { baselineFigure, type Figure } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** Baselines that are no longer those that the strategy was adopted with. */
export const baselineRecomputed: Rule<IndicatorSet> = {
  code: 'baseline-recomputed',
  title: { lv: 'Bāzes vērtība pārrēķināta', en: 'Recomputed baseline' },
  explain: {
    lv: 'Ja bāzes vērtību pārrēķina, lai to varētu salīdzināt ar jaunākiem rezultātiem, lasītājam tas jāzina: stratēģijā apstiprinātais skaitlis bija cits, un sasniedzamā vērtība varēja būt noteikta pēc tā.',
    en: 'When a baseline is recomputed so that newer results compare with it, readers must know: the strategy was adopted with another figure, and its target may have been set by that one.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const affected = indicator.series.filter(
        (series) => series.baseline?.isRecomputed && baselineFigure(series),
      )
      if (affected.length === 0) return []
      const figures = affected.map(baselineFigure).filter((figure) => figure !== null)
      const values = (words: Words) => words.list(figures.map((figure: Figure) => words.figure(figure)))
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator, affected),
        explanation: sentences(
          `${indicatorLv(indicator, 'a', affected)} bāzes vērtība pēc stratēģijas apstiprināšanas ir pārrēķināta; tagad tā ir ${values(lv)}.`,
          `the baseline of ${indicatorEn(indicator, affected)} has been recomputed since the strategy was adopted; it is now ${values(en)}.`,
        ),
      }
    }),
}
