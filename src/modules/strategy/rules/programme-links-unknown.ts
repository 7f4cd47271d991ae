import { linkOf } from '../model.ts'
import type { StrategyRule } from './rule.ts'
import { inBoth, quote, sayList, sayNumber } from './words.ts'

export const programmeLinksUnknown: StrategyRule = {
  code: 'programme-links-unknown',
  title: {
    lv: 'Nav zināms, kuriem virzieniem programma kalpo',
    en: 'It is not known which directions a programme serves',
  },
  explain: {
    lv: 'Saskaita pārus no izstrādātas programmas un stratēģijas virziena, par kuriem nav zināms, vai programma šim virzienam kalpo. Kamēr tas nav zināms, nevar pateikt, kuri virzieni ir palikuši bez programmas.',
    en: 'Counts the pairs of a written programme and a direction of the strategy for which it is not known whether the one serves the other. Until that is known, nobody can tell which directions were left without a programme.',
  },
  check: ({ tree }) => {
    const directions = tree.goals.flatMap((goal) => goal.directions)
    const written = tree.programmes.filter((programme) => programme.state === 'written')
    const gaps = written
      .map((programme) => ({
        programme,
        unknown: directions.filter((direction) => linkOf(programme, direction.code) === 'unknown').length,
      }))
      .filter(({ unknown }) => unknown > 0)
    if (gaps.length === 0) return []
    const unknown = gaps.reduce((sum, gap) => sum + gap.unknown, 0)
    const pairs = written.length * directions.length
    return [
      {
        code: 'programme-links-unknown',
        severity: 'obstacle',
        subjects: [{ kind: 'strategy', part: 'programmeLinks' }],
        explanation: inBoth((language) => {
          const titles = sayList(
            gaps.map(
              (gap) => `${quote(gap.programme.title, language)} – ${sayNumber(gap.unknown, language)}`,
            ),
            language,
          )
          const [some, all] = [sayNumber(unknown, language), sayNumber(pairs, language)]
          return language === 'lv'
            ? `Nezināmo saišu starp programmām un virzieniem skaits: ${some} no ${all}. Pa programmām: ${titles}.`
            : `Unknown links between programmes and directions: ${some} of ${all}. By programme: ${titles}.`
        }),
      },
    ]
  },
}
