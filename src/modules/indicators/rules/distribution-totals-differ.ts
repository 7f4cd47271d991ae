import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { type Figure, stepsOf } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** The larger total must be so many times the smaller one before counts by category mislead. */
export const UNLIKE_TOTALS = 1.5

/** Counts by category out of totals that are not alike. */
export const distributionTotalsDiffer: Rule<IndicatorSet> = {
  code: 'distribution-totals-differ',
  title: { lv: 'Sadalījumi no dažādiem kopskaitiem', en: 'Distributions of unlike totals' },
  explain: {
    lv: `Ja vienā gadā vērtēti 14 cilvēki un citā 29, tad augstāko vērtējumu skaits pieaug arī tad, ja nekas nav kļuvis labāks. Pārbaude uzrāda sadalījumus skaitļos, kuru kopskaiti atšķiras vismaz ${lv.number(UNLIKE_TOTALS)} reizes; salīdzināmi ir īpatsvari.`,
    en: `When 14 people were rated in one year and 29 in another, the number of top ratings rises even if nothing has become better. The check reports distributions in counts whose totals differ by a factor of ${en.number(UNLIKE_TOTALS)} or more; shares would compare.`,
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) =>
      indicator.series.flatMap((series) => {
        const unlike = stepsOf(series).filter(({ before, after }) =>
          areUnlike(totalOf(before), totalOf(after)),
        )
        if (unlike.length === 0) return []
        const say = (words: Words, and: string) =>
          unlike
            .map(({ before, after }) =>
              [before, after]
                .map((one) => `${words.number(totalOf(one) ?? 0)} (${words.period(one.period, 'aside')})`)
                .join(` ${and} `),
            )
            .join('; ')
        return {
          severity: 'notice' as const,
          subjects: unlike.map(({ after }) => aboutSeries(series, { period: after.period })),
          explanation: sentences(
            `${indicatorLv(indicator, 'a', [series])} sadalījumi doti skaitļos, bet kopā novērtēti nevienādi daudzi: ${say(lv, 'un')}. Salīdzināmi būtu īpatsvari.`,
            `${indicatorEn(indicator, [series])} gives its distributions in counts, but of totals that are not alike: ${say(en, 'and')}. Shares would be comparable.`,
          ),
        }
      }),
    ),
}

function totalOf({ value }: Figure): number | null {
  if (value.kind !== 'distribution' || value.unit === 'percent') return null
  return value.parts.reduce((sum, part) => sum + part.value, 0)
}

function areUnlike(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.max(a, b) >= UNLIKE_TOTALS * Math.min(a, b) && a !== b
}
