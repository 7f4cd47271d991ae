import { inBoth, type Say } from '#platform/say/index.ts'
import type { Claim } from '../model.ts'
import { quoteClaim } from '../words/say.ts'
import { type Line, linesOf, pointAt, sayLine, sayPoint } from './lines.ts'
import type { StrategyRule } from './rule.ts'
import { subjectsOf } from './trend.ts'

export const claimWithoutFigure: StrategyRule = {
  code: 'claim-without-figure',
  title: {
    lv: 'Tekstā teiktajam nav skaitļa, kas par to runātu',
    en: 'No figure speaks of what the text says',
  },
  explain: {
    lv: 'Apgalvojumu apstiprina vai atspēko tikai tas skaitlis, par kuru tas runā. Ja budžets ir audzis, to rāda naudas summa, nevis izmaksu īpatsvars; spēju nerāda projektu skaits. Tuvāko skaitli te nosauc, bet spriedumu no tā neizdara.',
    en: 'Only the figure that a claim speaks of confirms or refutes it. A budget that has grown shows in an amount of money and not in a share of costs; a number of projects does not show an ability. The nearest figure is named here, but nothing is concluded from it.',
  },
  check: ({ tree, claimed }) => {
    const lines = linesOf(claimed)
    return tree.claims.filter(isUnmeasured).map((claim) => {
      const near = claim.related.flatMap((key) => lines.get(key) ?? [])
      return {
        severity: 'obstacle' as const,
        subjects: subjectsOf(claim, near),
        explanation: inBoth((say) =>
          [quoteClaim(claim, say), sayNearest(claim, near, say), claim.relatedNote?.[say.language]]
            .filter((part) => part)
            .join(' '),
        ),
      }
    })
  },
}

/** Nothing answers it, and only figures that come near are named. */
const isUnmeasured = ({ subjects, related }: Claim) => subjects.length === 0 && related.length > 0

function sayNearest(claim: Claim, near: readonly Line[], say: Say): string {
  const facts = near.map((line) => {
    const ends = [claim.fromPeriod, claim.toPeriod].flatMap((period) =>
      period === null ? [] : (pointAt(line, period) ?? []),
    )
    const figures = ends.map((point) => sayPoint(point, say)).join(' → ')
    return figures === '' ? sayLine(line, say) : `${sayLine(line, say)}: ${figures}`
  })
  const none =
    say.language === 'lv'
      ? 'Skaitļa, kas runātu tieši par to, datos nav'
      : 'The data have no figure that speaks of just that'
  if (facts.length === 0) return `${none}.`
  return say.language === 'lv'
    ? `${none}; tuvākais ir ${facts.join('; ')}.`
    : `${none}; the nearest is ${facts.join('; ')}.`
}
