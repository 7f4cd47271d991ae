import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Figure, figuresOf } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'
import { distributionFault } from './distribution-fault.ts'
import { shareFault } from './share-fault.ts'

/** Shares that no whole count gives, and distributions that are not whole. */
export const shareImpossible: Rule<IndicatorSet> = {
  code: 'share-impossible',
  title: { lv: 'Neiespējams īpatsvars', en: 'Impossible share' },
  explain: {
    lv: 'Cilvēkus un iestādes skaita veselos skaitļos, tāpēc no maza kopskaita iegūst tikai dažus īpatsvarus: no 7 nevar būt 70\u00a0%. Pārbaude pārbauda, vai īpatsvars atbilst skaitītājam un saucējam, vai skaitītājs nav lielāks par saucēju un vai sadalījums kopā ir 100\u00a0%. Neiespējams skaitlis nozīmē kļūdu aprēķinā vai pārrakstīšanā.',
    en: 'People and institutions are counted in whole numbers, so a small total allows only a few shares: 70% of 7 cannot be. The check checks that a share agrees with its numerator and denominator, that the numerator is not the larger of the two and that a distribution adds up to 100%. An impossible figure means an error in computing or copying.',
  },
  check: ({ indicators }) =>
    indicators.flatMap((indicator) =>
      indicator.series.flatMap((series) => {
        const faults = figuresOf(series).flatMap((figure) => {
          const fault = faultOf(figure, indicator.aboutPersons)
          return fault === null ? [] : [{ figure, fault }]
        })
        const [first, ...others] = faults
        if (!first) return []
        const { period } = first.figure
        const more = sayOthers(others.map(({ figure }) => figure))
        const latvian = `${indicatorLv(indicator, 'ā', [series])} ${lv.period(period, 'in')} ${first.fault.lv}${more.lv}`
        const english = `${indicatorEn(indicator, [series])} (${en.period(period, 'short')}) ${first.fault.en}${more.en}`
        return {
          severity: 'contradiction' as const,
          subjects: faults.map(({ figure }) => aboutSeries(series, { period: figure.period })),
          explanation: sentences(latvian, english),
        }
      }),
    ),
}

/** One cause, such as a wrong unit, makes many figures of a series impossible; the others are named by their periods. */
function sayOthers(figures: readonly Figure[]): LocalText {
  if (figures.length === 0) return { lv: '', en: '' }
  const said = (words: Words) => words.some(figures.map((figure) => words.figure(figure)))
  return {
    lv: ` Tāpat šim rezultātam nav iespējams: ${said(lv)}.`,
    en: ` Likewise impossible for this result: ${said(en)}.`,
  }
}

function faultOf({ value, printed }: Figure, isAboutPersons: boolean): LocalText | null {
  if (value.kind === 'distribution') return distributionFault(value, printed)
  if (value.kind === 'share') {
    const { number, numerator, denominator } = value
    return shareFault({ percent: number, numerator, denominator, printed, isAboutPersons })
  }
  if (value.kind !== 'number' || value.share === undefined) return null
  return shareFault({ percent: value.share, numerator: value.number, printed, isAboutPersons })
}
