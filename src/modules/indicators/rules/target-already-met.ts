import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { datedTargets } from '../dated.ts'
import { baselineFigure, measureOf } from '../figures.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator, IndicatorSet, Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'
import { aimOf } from './aim.ts'

/** Targets that were reached before they were set. */
export const targetAlreadyMet: Rule<IndicatorSet> = {
  code: 'target-already-met',
  title: { lv: 'Sasniedzamā vērtība sasniegta jau bāzes gadā', en: 'Target met by its own baseline' },
  explain: {
    lv: 'Ja jau bāzes vērtība atbilst tam, kas jāsasniedz, tad nekas nav jādara un “sasniegts” neko nepierāda. Vai nu sasniedzamā vērtība ir par zemu, vai kāda no abām vērtībām pierakstīta kļūdaini.',
    en: 'When the baseline already meets the target, the target asks for nothing and “met” proves nothing. Either the target is too low, or the baseline or the target was written down wrongly.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) =>
      indicator.series.flatMap((series) => {
        const met = aimsMetByBaseline(measuredAs(indicator, series), series)
        const baseline = baselineFigure(series)
        if (met.length === 0 || baseline === null) return []
        const latvian = met.map((aim) => `${aim.year}. gadam – ${lv.quantity(aim.number, aim.unit, 2)}`)
        const english = met.map((aim) => `${en.quantity(aim.number, aim.unit, 2)} for ${aim.year}`)
        return {
          severity: 'notice' as const,
          subjects: met.map(({ year }) => aboutSeries(series, { year })),
          explanation: sentences(
            `${indicatorLv(indicator, 'a', [series])} bāzes vērtība ${lv.figure(baseline)} jau atbilst sasniedzamajai vērtībai: ${lv.list(latvian)}.`,
            `the baseline of ${indicatorEn(indicator, [series])}, ${en.figure(baseline)}, already meets the target: ${en.list(english)}.`,
          ),
        }
      }),
    ),
}

function aimsMetByBaseline(indicator: Indicator, series: Series) {
  const baseline = baselineFigure(series)
  const measure = baseline && measureOf(baseline.value)
  if (!measure || indicator.direction === 'none') return []
  const sign = indicator.direction === 'up' ? 1 : -1
  return datedTargets(series).flatMap((target) => {
    // A change against the good direction asks for worse than the baseline.
    const aim = aimOf(indicator, series, target)
    if (aim === null || aim.unit !== measure.unit || sign * (measure.number - aim.number) < 0) return []
    return [aim]
  })
}
