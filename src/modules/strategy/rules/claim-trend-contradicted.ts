import { inBoth } from '#platform/say/index.ts'
import { quoteClaim, sayChange } from '../words/say.ts'
import { sayLines, sayPoint } from './lines.ts'
import type { StrategyRule } from './rule.ts'
import { isAgainst, SAME_WITHIN_PERCENT, subjectsOf, type Trend, trendsOf } from './trend.ts'

type Compared = Trend & Required<{ [End in 'from' | 'to']: NonNullable<Trend[End]> }>

export const claimTrendContradicted: StrategyRule = {
  code: 'claim-trend-contradicted',
  title: {
    lv: 'Teksts par tendenci neatbilst skaitļiem',
    en: 'What the text says about a trend does not match the figures',
  },
  explain: {
    lv: `Salīdzina, ko dokuments saka par pieaugumu, kritumu vai nemainīgumu, ar tā paša dokumenta skaitļiem par to pašu laiku. Par nemainīgu uzskata izmaiņu līdz ${SAME_WITHIN_PERCENT}\u00a0%. Ja vārdi un skaitļi runā pretī, lēmumu nevar balstīt ne uz vieniem, ne otriem.`,
    en: `Compares what a document says has grown, fallen or stayed the same with its own figures for the same time. A change of up to ${SAME_WITHIN_PERCENT}% counts as no change. When words and figures disagree, no decision can rest on either.`,
  },
  check: (data) =>
    trendsOf(data).flatMap(({ claim, trends }) => {
      const against = trends.filter(
        (trend): trend is Compared =>
          trend.isComparable &&
          !!trend.from &&
          !!trend.to &&
          isAgainst(claim.direction, trend.from.number, trend.to.number),
      )
      if (against.length === 0) return []
      const explanation = inBoth((say) => {
        const facts = against.map(
          (trend) =>
            `${sayLines(trend.lines, say)}: ${sayPoint(trend.from, say)} → ${sayPoint(trend.to, say)}, ${sayChange(trend.from.number, trend.to.number, trend.to.unit, say)}`,
        )
        const verdict = say.language === 'lv' ? 'Skaitļi rāda ko citu:' : 'The figures show something else:'
        return `${quoteClaim(claim, say)} ${verdict} ${facts.join('; ')}.`
      })
      return [
        {
          severity: 'contradiction',
          subjects: subjectsOf(claim, against),
          explanation,
        },
      ]
    }),
}
