import { inBoth, type Say } from '#platform/say/index.ts'
import { quoteClaim } from '../words/say.ts'
import { sayLines, sayPoint } from './lines.ts'
import type { StrategyRule } from './rule.ts'
import { subjectsOf, type Trend, trendsOf } from './trend.ts'

export const claimTrendUnverifiable: StrategyRule = {
  code: 'claim-trend-unverifiable',
  title: {
    lv: 'Tekstā nosaukto tendenci ar skaitļiem nevar pārbaudīt',
    en: 'The trend that the text names cannot be checked by the figures',
  },
  explain: {
    lv: 'Tendenci var apliecināt tikai divi salīdzināmi skaitļi: tajā pašā mērvienībā un iegūti vienādi. Ja tādu nav, apgalvojums ir iespaids, nevis secinājums no datiem.',
    en: 'Only two comparable figures can prove a trend: in one unit and obtained in the same way. Where there are none, the statement is an impression and not a conclusion from data.',
  },
  check: (data) =>
    trendsOf(data)
      .filter(({ trends }) => trends.length > 0 && trends.every((trend) => !trend.isComparable))
      .map(({ claim, trends }) => ({
        severity: 'obstacle',
        subjects: subjectsOf(claim, trends),
        explanation: inBoth((say) => {
          const verdict =
            say.language === 'lv'
              ? 'Skaitļi to ne apstiprina, ne noliedz:'
              : 'The figures neither confirm nor deny it:'
          return `${quoteClaim(claim, say)} ${verdict} ${trends.map((trend) => sayWhy(trend, say)).join('; ')}.`
        }),
      })),
}

function sayWhy(trend: Trend, say: Say): string {
  const { from, to } = trend
  const line = sayLines(trend.lines, say)
  if (!from || !to) {
    return say.language === 'lv'
      ? `${line} – trūkst skaitļa par sākumu vai beigām`
      : `${line} – there is no figure for the beginning or the end`
  }
  const figures = `${sayPoint(from, say)} → ${sayPoint(to, say)}`
  if (from.unit !== to.unit) {
    return say.language === 'lv'
      ? `${line} – ${figures}, mērvienības ir dažādas`
      : `${line} – ${figures}, the units differ`
  }
  return say.language === 'lv'
    ? `${line} – ${figures}, aprēķina metodoloģija pa vidu ir mainīta un skaitļi nav salīdzināmi`
    : `${line} – ${figures}, the method changed in between and the figures do not compare`
}
