import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { figuresOf } from '../figures.ts'
import type { IndicatorSet, ObservedValue } from '../model.ts'
import { aboutIndicator, aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** Counts of persons from 1 to below this are small: whoever knows the place may know the persons. */
export const SMALL_COUNT = 5

/** A share of fewer persons than this moves by more than ten points with each of them. */
export const SMALL_GROUP = 10

/** Figures about persons that rest on very few of them. */
export const smallNumber: Rule<IndicatorSet> = {
  code: 'small-number',
  title: { lv: 'Mazs skaitlis par cilvēkiem', en: 'Small number of persons' },
  explain: {
    lv: 'Ja skaitlis balstās uz 1–4 cilvēkiem vai īpatsvars – uz mazāk nekā 10, publicējot var atpazīt konkrētu cilvēku, un rezultāts ievērojami mainās viena cilvēka dēļ. Pirms publicēšanas tādi skaitļi jāapvieno vai jāaizsedz, un no tiem nedrīkst secināt par pārmaiņām.',
    en: 'When a figure rests on 1 to 4 persons, or a share on fewer than 10, publishing it may reveal a person, and one person changes the result a great deal. Such figures must be merged or suppressed before publication, and nobody should read a change from them.',
  },
  tellsNoFigure: true,
  check: ({ indicators }) =>
    indicators
      .filter(({ aboutPersons }) => aboutPersons)
      .flatMap((indicator) => {
        const small = indicator.series.flatMap((series) =>
          figuresOf(series)
            .filter(({ value }) => isSmall(value))
            .map((figure) => ({ series, figure })),
        )
        if (small.length === 0) return []
        const affected = indicator.series.filter((one) => small.some(({ series }) => series === one))
        const periods = [...new Set(small.map(({ figure }) => figure.period))]
        const when = (words: Words) => words.list(periods.map((period) => words.period(period, 'short')))
        return {
          severity: 'notice' as const,
          subjects: [
            ...aboutIndicator(indicator),
            ...small.map(({ series, figure }) => aboutSeries(series, { period: figure.period })),
          ],
          explanation: sentences(
            `${indicatorLv(indicator, 's', affected)} ir par cilvēkiem, un daži tā skaitļi balstās uz ļoti nedaudziem (${when(lv)}). Šī vietne tos nerāda; dokumentā tie pirms publicēšanas jāapvieno vai jāaizsedz.`,
            `${indicatorEn(indicator, affected)} is about persons, and some of its figures rest on very few of them (${when(en)}). This site does not show them; in the document they must be merged or suppressed before publication.`,
          ),
        }
      }),
}

function isSmall(value: ObservedValue): boolean {
  if (value.kind === 'number') return value.unit === 'count' && isSmallCount(value.number)
  if (value.kind === 'distribution') {
    return value.unit !== 'percent' && value.parts.some((part) => isSmallCount(part.value))
  }
  if (value.kind !== 'share') return false
  const { numerator, denominator } = value
  const isSmallGroup = denominator !== undefined && denominator > 0 && denominator < SMALL_GROUP
  return isSmallGroup || (numerator !== undefined && isSmallCount(numerator))
}

function isSmallCount(count: number): boolean {
  return count >= 1 && count < SMALL_COUNT
}
