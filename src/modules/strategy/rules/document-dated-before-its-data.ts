import type { FindingSubject, Found } from '#modules/findings'
import type { IndicatorOutline, SetOutline } from '#modules/indicators'
import type { SourceDocument } from '#modules/sources'
import { comparePeriods, parsePeriod } from '#platform/period.ts'
import { type Forms, inBoth } from '#platform/say/index.ts'
import type { Language } from '#platform/texts/text.ts'
import { sayTitle } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

const FIGURES: Record<Language, Forms> = {
  lv: { zero: 'skaitļu', one: 'skaitlis', other: 'skaitļi' },
  en: { one: 'figure', other: 'figures' },
}
const INDICATORS: Record<Language, Forms> = {
  lv: { one: 'rādītāju', other: 'rādītājiem' },
  en: { one: 'indicator', other: 'indicators' },
}

export const documentDatedBeforeItsData: StrategyRule = {
  code: 'document-dated-before-its-data',
  title: { lv: 'Dokuments ir vecāks par saviem datiem', en: 'A document is older than its data' },
  explain: {
    lv: 'Salīdzina laiku, kad dokuments tapis, ar datumu, kas tajā norādīts datiem, un ar periodiem, par kuriem tas sniedz rezultātus. Skaitlis par gadu, kas vēl nebija beidzies, var būt tikai gada daļa vai prognoze, un vēlāks datu datums nozīmē kļūdu vienā no abiem.',
    en: 'Compares the time when a document was written with the date it gives for its data and with the periods it reports on. A figure for a year that had not ended can only be part of the year or a forecast, and a later date of the data means that one of the two is wrong.',
  },
  check: ({ tree, outline }) => {
    const indicators = outline.indicators.filter(({ id }) => tree.goalOfIndicator.has(id))
    return outline.sources.flatMap((source) => {
      if (source.preparedTo === null) return []
      return [
        ...checkStatedDate(source, source.preparedTo),
        ...checkPeriods({ ...outline, indicators }, source, source.preparedTo),
      ]
    })
  },
}

function checkStatedDate(source: SourceDocument, preparedTo: string): Found[] {
  const { statesDataTo } = source
  if (statesDataTo === null || statesDataTo <= preparedTo) return []
  return [
    {
      severity: 'contradiction',
      subjects: [{ kind: 'source', key: source.key }],
      explanation: inBoth((say) => {
        const [written, stated] = [say.day(preparedTo), say.day(statesDataTo)]
        return say.language === 'lv'
          ? `Dokuments ${sayTitle(source, say)} pabeigts ne vēlāk kā ${written}, bet tajā ir dati ar datumu ${stated}, kas ir vēlāk.`
          : `The document ${sayTitle(source, say)} was finished no later than ${written}, but it gives ${stated}, which is later, as the date of some of its data.`
      }),
    },
  ]
}

/** Context figures are left out: they tell of a day, not of a year. */
function checkPeriods(
  { indicators, figures }: Pick<SetOutline, 'indicators' | 'figures'>,
  source: SourceDocument,
  preparedTo: string,
): Found[] {
  // A snapshot is taken on 1 October, early in its school year.
  const yearly = (indicator: IndicatorOutline) => indicator.frequency !== 'snapshot'
  const ofYears = new Set(indicators.filter(yearly).map(({ id }) => id))
  const counts = figures.filter(
    (one) => one.source === source.key && ofYears.has(one.indicatorId) && lastDay(one.period) > preparedTo,
  )
  if (counts.length === 0) return []
  const number = counts.reduce((sum, one) => sum + one.figures, 0)
  const named = new Set(counts.map(({ indicatorId }) => indicatorId))
  const early = indicators.filter(({ id }) => named.has(id))
  const periods = [...new Set(counts.map(({ period }) => period))].sort(comparePeriods)
  const subjects = early.map(({ code }): FindingSubject => ({ kind: 'indicator', code }))
  return [
    {
      severity: 'notice',
      subjects: [{ kind: 'source', key: source.key }, ...subjects],
      explanation: inBoth((say) => {
        const count = `${say.number(number)} ${say.form(number, FIGURES[say.language])}`
        const about = `${say.number(early.length)} ${say.form(early.length, INDICATORS[say.language])}`
        const when = say.list(periods.map((period) => say.period(period, 'in')))
        const [written, end] = [say.day(preparedTo), say.day(lastDay(periods.at(-1) ?? ''))]
        return say.language === 'lv'
          ? `Dokuments ${sayTitle(source, say)} pabeigts ne vēlāk kā ${written}, bet tajā ir ${count} par ${about} ${when} (līdz ${end}). Tā var būt tikai gada daļa, prognoze vai vēlāks papildinājums.`
          : `The document ${sayTitle(source, say)} was finished no later than ${written}, but it gives ${count} for ${about} ${when} (until ${end}). That can only be part of the year, a forecast or a later addition.`
      }),
    },
  ]
}

/** Last day of a period; empty, and so before every day, when unknown. */
const lastDay = (period: string): string => parsePeriod(period)?.end ?? ''
