import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { comparabilityOf } from '../comparability.ts'
import { type Figure, measureOf, stepsOf } from '../figures.ts'
import type { Indicator, IndicatorSet, Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/**
 * How much the larger of two figures must exceed the smaller, by unit: as a factor and as a difference. Both
 * must hold. The factor alone would fire on 1 and 3 programmes or on 1 % and 2 %, the difference alone on any
 * large count. Counts get the wider factor, because enrolment in a programme may well double.
 */
export const JUMPS: Record<string, { factor: number; difference: number }> = {
  count: { factor: 2.5, difference: 20 },
  percent: { factor: 2, difference: 15 },
  ratio: { factor: 2, difference: 0 },
}

/** Figures that changed more than the thing itself is likely to. */
export const valueJump: Rule<IndicatorSet> = {
  code: 'value-jump',
  title: { lv: 'Neticams lēciens', en: 'Implausible jump' },
  explain: {
    lv: 'Divi secīgi vienas datu rindas skaitļi reti atšķiras vairākas reizes. Skaitu kārtula uzrāda, ja tas mainījies vismaz 2,5 reizes un vismaz par 20, procentus – ja divas reizes un vismaz par 15 procentpunktiem, attiecību – ja divas reizes. Bieži iemesls ir cita skaitīšanas kārtība vai pārrakstīšanās kļūda. Ja pārmaiņu var skaidrot pieteikta aprēķina maiņa, tas ir tikai paziņojums.',
    en: 'Two consecutive figures of one series seldom differ several times over. The rule reports a count that changed at least 2.5 times and by 20 or more, percentages that changed at least twofold and by 15 percentage points or more, and a ratio that changed twofold. Often something else was counted, or a figure was copied wrongly. Where a declared change of method can explain it, this is only a notice.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) =>
      indicator.series.flatMap((series) =>
        stepsOf(series)
          .filter(({ before, after }) => isJump(before, after))
          .map(({ before, after }) => {
            const isExplained = comparabilityOf(indicator, series, before, after) !== 'yes'
            return {
              severity: isExplained ? ('notice' as const) : ('obstacle' as const),
              subjects: [aboutSeries(series, { period: after.period })],
              explanation: explain(indicator, series, before, after, isExplained),
            }
          }),
      ),
    ),
}

function isJump(before: Figure, after: Figure): boolean {
  const [from, to] = [measureOf(before.value), measureOf(after.value)]
  const limits = from && JUMPS[from.unit]
  if (!from || !to || !limits || from.unit !== to.unit) return false
  const [smaller, larger] = [Math.min(from.number, to.number), Math.max(from.number, to.number)]
  return (
    smaller >= 0 && larger >= limits.factor * smaller && larger - smaller >= limits.difference && larger > 0
  )
}

function explain(indicator: Indicator, series: Series, before: Figure, after: Figure, isExplained: boolean) {
  const from = measureOf(before.value)?.number ?? 0
  const to = measureOf(after.value)?.number ?? 0
  const factor = Number((Math.max(from, to) / Math.min(from, to)).toFixed(1))
  const times = lv.form(factor, { zero: 'reižu', one: 'reizi', other: 'reizes' })
  const by = Number.isFinite(factor)
    ? { lv: ` – ${lv.number(factor)} ${times}`, en: `, by a factor of ${en.number(factor)}` }
    : { lv: '', en: '' }
  const advice = isExplained
    ? {
        lv: 'To var skaidrot ar aprēķina metodoloģijas maiņu starp abiem skaitļiem.',
        en: 'The change of method between the two figures may explain it.',
      }
    : {
        lv: 'Jāpārbauda, vai abas reizes skaitīts viens un tas pats un vai skaitļi pārrakstīti pareizi.',
        en: 'Check that the same was counted both times and that the figures were copied correctly.',
      }
  const verb = to > from ? { lv: 'pieauga', en: 'rose' } : { lv: 'saruka', en: 'fell' }
  return sentences(
    `${indicatorLv(indicator, 'a', [series])} vērtība ${verb.lv} no ${lv.figure(before)} līdz ${lv.figure(after)}${by.lv}. ${advice.lv}`,
    `${indicatorEn(indicator, [series])} ${verb.en} from ${en.figure(before)} to ${en.figure(after)}${by.en}. ${advice.en}`,
  )
}
