import { inBoth } from '#platform/say/index.ts'
import { quoteClaim, sayChange } from '../words/say.ts'
import { type Point, sayLines, sayPoint } from './lines.ts'
import type { StrategyRule } from './rule.ts'
import {
  changeInPercent,
  isAgainst,
  STEP_OVER_PERCENT,
  subjectsOf,
  type Trend,
  type TrendClaim,
  trendsOf,
} from './trend.ts'

type Stepped = Trend & { from: Point; previous: Point; to: Point }

export const claimTrendUnsteady: StrategyRule = {
  code: 'claim-trend-unsteady',
  title: {
    lv: 'Pēdējais solis ir pretējs tekstā nosauktajai tendencei',
    en: 'The latest step goes against the trend that the text names',
  },
  explain: {
    lv: `No sākuma līdz beigām izmaiņa atbilst tekstam, bet no priekšpēdējā mērījuma līdz pēdējam tā ir pretēja un lielāka par ${STEP_OVER_PERCENT}\u00a0%. Pārskatā, kas salīdzina tikai galus, šāds pavērsiens paliek nepamanīts.`,
    en: `From beginning to end the change agrees with the text, but from the last measurement but one to the last it goes the other way by more than ${STEP_OVER_PERCENT}%. A report that compares only the ends does not show such a turn.`,
  },
  check: (data) =>
    trendsOf(data).flatMap(({ claim, trends }) => {
      const turning = trends.filter((trend): trend is Stepped => isTurning(claim, trend))
      if (turning.length === 0) return []
      const explanation = inBoth((say) => {
        const facts = turning.map(
          (trend) =>
            `${sayLines(trend.lines, say)}: ${[trend.from, trend.previous, trend.to].map((figure) => sayPoint(figure, say)).join(' → ')}, ${say.language === 'lv' ? 'pēdējā solī' : 'in the last step'} ${sayChange(trend.previous.number, trend.to.number, trend.to.unit, say)}`,
        )
        const verdict =
          say.language === 'lv'
            ? 'No sākuma līdz beigām tas atbilst skaitļiem, bet pēdējais solis ir pretējs:'
            : 'From beginning to end the figures agree, but the latest step goes the other way:'
        return `${quoteClaim(claim, say)} ${verdict} ${facts.join('; ')}.`
      })
      return [
        {
          severity: 'notice',
          subjects: subjectsOf(claim, turning),
          explanation,
        },
      ]
    }),
}

function isTurning({ direction }: TrendClaim, { from, previous, to, isComparable }: Trend): boolean {
  if (direction === 'same' || !isComparable || !from || !previous || !to) return false
  return (
    !isAgainst(direction, from.number, to.number) &&
    isAgainst(direction, previous.number, to.number) &&
    Math.abs(changeInPercent(previous.number, to.number)) > STEP_OVER_PERCENT
  )
}
