import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { datedTargets } from '../dated.ts'
import { baselineFigure, measureOf } from '../figures.ts'
import { directionOf, measuredAs } from '../measured.ts'
import type { Indicator, IndicatorSet, Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { targetValue } from '../verdict.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/** Changes that are promised the wrong way. */
export const targetAsksForWorse: Rule<IndicatorSet> = {
  code: 'target-asks-for-worse',
  title: { lv: 'Sasniedzamā vērtība prasa sliktāku', en: 'Target that asks for worse' },
  explain: {
    lv: 'Jāsasniedz izmaiņa no bāzes vērtības, bet uz pretējo pusi nekā tā, kas rādītājam noteikta par labāku. Vai nu izmaiņai ir nepareiza zīme, vai rādītājam – nepareizs virziens, vai arī ir domāts tikai ierobežot pasliktināšanos; tad tas jāpasaka.',
    en: 'The target is a change from the baseline, but away from what is said to be better. Either the change has the wrong sign, or the indicator the wrong direction, or the target only means to limit how much worse it gets; then it should say so.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) =>
      indicator.series.flatMap((series) => {
        const baseline = baselineFigure(series)
        const aims = aimsForWorse(measuredAs(indicator, series), series)
        if (baseline === null || aims.length === 0) return []
        const better =
          directionOf(indicator, series) === 'up' ? { lv: 'vairāk', en: 'more' } : { lv: 'mazāk', en: 'less' }
        const latvian = aims.map(
          ({ target, needed, unit }) =>
            `${target.year}. gadam ${lv.change(target)} jeb ${lv.quantity(needed, unit, 2)}`,
        )
        const english = aims.map(
          ({ target, needed, unit }) =>
            `${en.change(target)}, that is ${en.quantity(needed, unit, 2)}, for ${target.year}`,
        )
        return {
          severity: 'notice' as const,
          subjects: aims.map(({ target }) => aboutSeries(series, { year: target.year })),
          explanation: sentences(
            `${indicatorLv(indicator, 'am', [series])} labāk ir ${better.lv}, bet no bāzes vērtības ${lv.figure(baseline)} jāsasniedz pretējais: ${lv.list(latvian)}.`,
            `for ${indicatorEn(indicator, [series])}, ${better.en} is better, but from the baseline of ${en.figure(baseline)} the target asks for the opposite: ${en.list(english)}.`,
          ),
        }
      }),
    ),
}

function aimsForWorse(indicator: Indicator, series: Series) {
  const base = measureOf(baselineFigure(series)?.value ?? null)
  if (base === null || indicator.direction === 'none') return []
  const sign = indicator.direction === 'up' ? 1 : -1
  return datedTargets(series)
    .filter(({ kind }) => kind === 'relative')
    .flatMap((target) => {
      const needed = targetValue(series, target)
      if (needed === null || sign * (needed - base.number) >= 0) return []
      return [{ target, needed, unit: base.unit }]
    })
}
