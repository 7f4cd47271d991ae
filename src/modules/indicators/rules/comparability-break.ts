import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Comparability, comparabilityOf, methodologySteps } from '../comparability.ts'
import { type Figure, stepsOf } from '../figures.ts'
import type { Indicator, IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** Figures of one series that were computed in ways that do not compare. */
export const comparabilityBreak: Rule<IndicatorSet> = {
  code: 'comparability-break',
  title: { lv: 'Salīdzināmības pārrāvums', en: 'Break in comparability' },
  explain: {
    lv: 'Ja starp bāzes vērtību un rezultātu mainīta aprēķina metodoloģija, starpība rāda gan stāvokļa, gan aprēķina maiņu, un tās nevar atšķirt. Tādus skaitļus nedrīkst salīdzināt, kamēr vecākie nav pārrēķināti.',
    en: 'When the method changes between a baseline and a result, their difference holds both a change in the world and a change in the counting, and nobody can tell them apart. Such figures must not be compared until the older ones are recomputed.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const breaks = indicator.series.flatMap((series) =>
        stepsOf(series).flatMap(({ before, after }) => {
          const kind = comparabilityOf(indicator, series, before, after)
          return kind === 'yes' ? [] : [{ series, before, after, kind }]
        }),
      )
      const groups = Map.groupBy(breaks, ({ kind }) => kind)
      return [...groups].map(([kind, group]) => {
        const affected = indicator.series.filter((one) => group.some(({ series }) => series === one))
        return {
          severity: kind === 'unstated' ? ('notice' as const) : ('obstacle' as const),
          subjects: aboutIndicator(indicator, affected),
          explanation: explain(indicator, kind, group),
        }
      })
    }),
}

const SAYING: Record<Exclude<Comparability, 'yes'>, LocalText> = {
  no: { lv: 'tāpēc šos skaitļus nevar salīdzināt', en: 'so these figures cannot be compared' },
  afterRecomputation: {
    lv: 'un vecākie skaitļi nav pārrēķināti, tāpēc salīdzināt nevar',
    en: 'and the older figures have not been recomputed, so they cannot be compared',
  },
  unstated: {
    lv: 'un nav pateikts, vai šos skaitļus var salīdzināt',
    en: 'and it is not said whether these figures can be compared',
  },
}

function explain(indicator: Indicator, kind: Comparability, group: { before: Figure; after: Figure }[]) {
  const [first] = group
  const versions = first
    ? methodologySteps(indicator, first.before, first.after).map((one) => one.version)
    : []
  const version = Math.max(...versions)
  const saying = SAYING[kind as Exclude<Comparability, 'yes'>]
  const pairs = (words: Words, and: string) =>
    group.map(({ before, after }) => `${words.figure(before)} ${and} ${words.figure(after)}`).join('; ')
  return sentences(
    `${indicatorLv(indicator, 'a')} aprēķina metodoloģija mainīta (${version}. versija), ${saying.lv}: ${pairs(lv, 'un')}.`,
    `the method of ${indicatorEn(indicator)} has changed (version ${version}), ${saying.en}: ${pairs(en, 'and')}.`,
  )
}
