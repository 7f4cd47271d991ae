import type { Language } from '#platform/texts/text.ts'
import { sayFigureOf, sayLine } from './figures.ts'
import type { StrategyRule } from './rule.ts'
import { subjectsOf, type Trend, trendsOf } from './trend.ts'
import { inBoth, quoteClaim } from './words.ts'

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
        code: 'claim-trend-unverifiable',
        severity: 'obstacle',
        subjects: subjectsOf(claim, trends),
        explanation: inBoth((language) => {
          const verdict =
            language === 'lv'
              ? 'Skaitļi to ne apstiprina, ne noliedz:'
              : 'The figures neither confirm nor deny it:'
          return `${quoteClaim(claim, language)} ${verdict} ${trends.map((trend) => sayWhy(trend, language)).join('; ')}.`
        }),
      })),
}

function sayWhy(trend: Trend, language: Language): string {
  const { from, to } = trend
  const line = sayLine(trend, language)
  if (!from || !to) {
    return language === 'lv'
      ? `${line} – trūkst skaitļa par sākumu vai beigām`
      : `${line} – there is no figure for the beginning or the end`
  }
  const figures = `${sayFigureOf(from, language)} → ${sayFigureOf(to, language)}`
  if (from.unit !== to.unit) {
    return language === 'lv'
      ? `${line} – ${figures}, mērvienības ir dažādas`
      : `${line} – ${figures}, the units differ`
  }
  return language === 'lv'
    ? `${line} – ${figures}, aprēķina metodoloģija pa vidu ir mainīta un skaitļi nav salīdzināmi`
    : `${line} – ${figures}, the method changed in between and the figures do not compare`
}
