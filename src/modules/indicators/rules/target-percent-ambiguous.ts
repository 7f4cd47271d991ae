import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { datedTargets } from '../dated.ts'
import { baselineFigure, measureOf } from '../figures.ts'
import type { Indicator, IndicatorSet, Series, Target } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/** Changes written in per cent on an indicator that is itself in per cent. */
export const targetPercentAmbiguous: Rule<IndicatorSet> = {
  code: 'target-percent-ambiguous',
  title: { lv: 'Procenti vai procentpunkti?', en: 'Per cent or percentage points?' },
  explain: {
    lv: 'Ja rādītājs jau ir procentos, “+2\u00a0%” var saprast divējādi: par 2 procentiem vai par 2 procentpunktiem vairāk. No 50\u00a0% tas ir 51\u00a0% vai 52\u00a0%. Pie sasniedzamās vērtības jāraksta, kas domāts.',
    en: 'When an indicator is already in per cent, a target of “+2%” can be read in two ways: 2 per cent or 2 percentage points more. From 50% that is 51% or 52%. The target should say which.',
  },
  check: (set) =>
    promisedIndicators(set)
      .filter(({ unit }) => unit === 'percent')
      .flatMap((indicator) =>
        indicator.series.flatMap((series) => {
          const targets = datedTargets(series).filter(
            ({ kind, unit }) => kind === 'relative' && unit === 'percent',
          )
          if (targets.length === 0) return []
          return {
            severity: 'notice' as const,
            subjects: targets.map(({ year }) => aboutSeries(series, { year })),
            explanation: explain(indicator, series, targets),
          }
        }),
      ),
}

function explain(indicator: Indicator, series: Series, targets: Target[]) {
  const written = {
    lv: lv.list(targets.map((target) => `${target.year}. gadam – ${lv.change(target)}`)),
    en: en.list(targets.map((target) => `${en.change(target)} for ${target.year}`)),
  }
  const readings = readingsOf(series, targets)
  return sentences(
    `${indicatorLv(indicator, 's', [series])} ir procentos, un arī sasniedzamā izmaiņa rakstīta procentos: ${written.lv}. Nav skaidrs, vai domāti procenti vai procentpunkti.${readings.lv}`,
    `${indicatorEn(indicator, [series])} is in per cent, and so is the change that its target asks for: ${written.en}. It is not clear whether per cent or percentage points are meant.${readings.en}`,
  )
}

/** What the last target asks for either way, where the baseline is known. */
function readingsOf(series: Series, targets: Target[]) {
  const baseline = baselineFigure(series)
  const measure = baseline && measureOf(baseline.value)
  const change = targets.at(-1)?.value
  if (!baseline || measure?.unit !== 'percent' || typeof change !== 'number') return { lv: '', en: '' }
  const rounded = (value: number) => Number(value.toFixed(2))
  const percent = rounded(measure.number * (1 + change / 100))
  const points = rounded(measure.number + change)
  return {
    lv: ` No bāzes vērtības ${lv.figure(baseline)} tas būtu ${lv.quantity(percent, 'percent')} vai ${lv.quantity(points, 'percent')}.`,
    en: ` From the baseline of ${en.figure(baseline)} that would be ${en.quantity(percent, 'percent')} or ${en.quantity(points, 'percent')}.`,
  }
}
