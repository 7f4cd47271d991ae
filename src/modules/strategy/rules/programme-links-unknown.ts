import { inBoth } from '#platform/say/index.ts'
import { linkOf } from '../model.ts'
import type { StrategyRule } from './rule.ts'

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
        severity: 'obstacle',
        subjects: [{ kind: 'strategy', part: 'programmeLinks' }],
        explanation: inBoth((say) => {
          const titles = say.list(
            gaps.map((gap) => `${gap.programme.title[say.language]} – ${say.number(gap.unknown)}`),
          )
          const [some, all] = [say.number(unknown), say.number(pairs)]
          return say.language === 'lv'
            ? `Nezināmo saišu starp programmām un virzieniem skaits: ${some} no ${all}. Pa programmām: ${titles}.`
            : `Unknown links between programmes and directions: ${some} of ${all}. By programme: ${titles}.`
        }),
      },
    ]
  },
}
