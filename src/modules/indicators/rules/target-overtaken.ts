import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { type Figure, measureOf, resultFigures } from '../figures.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator, IndicatorSet, PeriodRule, Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorLv, lv, type Words } from '../words/say.ts'
import { type Aim, aimOf } from './aim.ts'

type Overtaken = { series: Series; result: Figure; aim: Aim }

/** Targets of later years that an earlier result has already reached. */
export const targetOvertaken: Rule<IndicatorSet> = {
  code: 'target-overtaken',
  title: {
    lv: 'Vēlāka gada sasniedzamā vērtība sasniegta jau agrāk',
    en: 'Later target reached by an earlier result',
  },
  explain: {
    lv: 'Ja jau starpposma rezultāts atbilst vēlāka gada sasniedzamajai vērtībai, tad tā bija par zemu, rezultāts skaitīts citādi nekā tā vai kādā no abiem skaitļiem ir kļūda. Šādā gadā “sasniegts” neko vairs nepierāda, un sasniedzamo vērtību būtu laiks pārskatīt.',
    en: 'When an interim result already meets the target of a later year, the target was too low, the result was counted in another way than the target, or one of them is wrong. “Met” then proves nothing more, and the target is due to be looked at again.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const found = indicator.series.flatMap((series) =>
        overtakenIn(measuredAs(indicator, series), series, set.periodRule),
      )
      if (found.length === 0) return []
      const say = (words: Words) =>
        found.map(({ series, result, aim }) => {
          const label = series.label?.[words.language]
          const target = words.quantity(aim.number, aim.unit, 2)
          const reached = `${words.figure(result)} ${words.language === 'lv' ? 'pret sasniedzamo vērtību' : 'against a target of'} ${target} (${aim.year})`
          return label ? `${label} – ${reached}` : reached
        })
      return {
        severity: 'notice' as const,
        subjects: found.map(({ series, aim }) => aboutSeries(series, { year: aim.year })),
        explanation: sentences(
          `${indicatorLv(indicator, 'ā')} agrāks rezultāts jau atbilst vēlāka gada sasniedzamajai vērtībai: ${say(lv).join('; ')}.`,
          `in indicator ${indicator.code}, an earlier result already meets the target of a later year: ${say(en).join('; ')}.`,
        ),
      }
    }),
}

/** The first result that reached a stricter target than that of its own year. */
function overtakenIn(indicator: Indicator, series: Series, rule: PeriodRule): Overtaken[] {
  const sign = { up: 1, down: -1, none: 0 }[indicator.direction]
  const aims = series.targets.flatMap((target) => aimOf(indicator, series, target) ?? [])
  for (const aim of aims.toSorted((a, b) => b.year - a.year)) {
    const result = resultFigures(series).find((figure) => {
      const own = aims.find(({ year }) => year === rule.get(figure.period))
      const measure = measureOf(figure.value)
      const isStricter = own !== undefined && own.year < aim.year && sign * (aim.number - own.number) > 0
      return isStricter && measure?.unit === aim.unit && sign * (measure.number - aim.number) >= 0
    })
    if (result) return [{ series, result, aim }]
  }
  return []
}
