import { inBoth } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Strategy } from '../model.ts'
import { quoteClaim } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

/** Dates of a strategy that a claim may speak about. */
export const DATES: Record<
  string,
  { of: (strategy: Strategy) => string | null | undefined; name: LocalText }
> = {
  decidedOn: {
    of: ({ decision }) => decision?.decidedOn,
    name: { lv: 'Stratēģijas apstiprināšanas datums', en: 'The date on which the strategy was adopted' },
  },
  startsOn: {
    of: ({ period }) => period.startsOn,
    name: { lv: 'Stratēģijas sākuma datums', en: 'The date on which the strategy begins' },
  },
  endsOn: {
    of: ({ period }) => period.endsOn,
    name: { lv: 'Stratēģijas beigu datums', en: 'The date on which the strategy ends' },
  },
}

export const claimOrderContradicted: StrategyRule = {
  code: 'claim-order-contradicted',
  title: {
    lv: 'Teksts par notikumu secību neatbilst datumiem',
    en: 'The dates contradict the order that the text states',
  },
  explain: {
    lv: 'Pārbauda, vai tas, ko dokuments nosauc par agrāku vai vēlāku, pēc datumiem tāds arī ir. No secības atkarīgs, kam stratēģija varēja sekot un kam ne.',
    en: 'Checks whether what a document calls earlier or later is so by the dates. The order decides what the strategy could follow and what it could not.',
  },
  check: ({ tree }) =>
    tree.claims.flatMap((claim) => {
      const { direction, date: other, subjects } = claim
      if (claim.kind !== 'order' || other === null) return []
      return subjects.flatMap((subject) => {
        const known = DATES[subject]
        const day = known?.of(tree.strategy)
        if (!known || !day) return []
        const isRight = direction === 'before' ? day < other : day > other
        if (isRight) return []
        const relation = day === other ? SAME : day > other ? LATER : EARLIER
        return [
          {
            severity: 'contradiction',
            subjects: [
              { kind: 'claim', key: claim.key },
              { kind: 'strategy', part: 'decision' },
            ],
            explanation: inBoth((say) =>
              `${quoteClaim(claim, say)} ${known.name[say.language]} ${say.language === 'lv' ? 'ir' : 'is'} ${say.day(day)}, ${relation[say.language]} ${say.day(other)}`.replace(
                /\.?$/,
                '.',
              ),
            ),
          },
        ]
      })
    }),
}

const SAME: LocalText = { lv: 'tas pats, kas', en: 'the same as' }
const LATER: LocalText = { lv: 'tas ir vēlāk nekā', en: 'which is later than' }
const EARLIER: LocalText = { lv: 'tas ir agrāk nekā', en: 'which is earlier than' }
