import type { Finding, FindingSubject, Indicator, Observation, SourceDocument } from '#modules/indicators'
import type { StrategyRule } from './rule.ts'
import { type Forms, formOf, inBoth, quote, sayDay, sayList, sayNumber, sayPeriod } from './words.ts'

const code = 'document-dated-before-its-data'
const FIGURES: Forms = {
  lv: { zero: 'skaitļu', one: 'skaitlis', other: 'skaitļi' },
  en: { one: 'figure', other: 'figures' },
}
const INDICATORS: Forms = {
  lv: { one: 'rādītāju', other: 'rādītājiem' },
  en: { one: 'indicator', other: 'indicators' },
}

export const documentDatedBeforeItsData: StrategyRule = {
  code,
  title: { lv: 'Dokuments ir vecāks par saviem datiem', en: 'A document is older than its data' },
  explain: {
    lv: 'Salīdzina laiku, kad dokuments tapis, ar datumu, kas tajā norādīts datiem, un ar periodiem, par kuriem tas sniedz rezultātus. Skaitlis par gadu, kas vēl nebija beidzies, var būt tikai gada daļa vai prognoze, un vēlāks datu datums nozīmē kļūdu vienā no abiem.',
    en: 'Compares the time when a document was written with the date it gives for its data and with the periods it reports on. A figure for a year that had not ended can only be part of the year or a forecast, and a later date of the data means that one of the two is wrong.',
  },
  check: ({ tree, set }) => {
    const indicators = set.indicators.filter(({ id }) => tree.goalOfIndicator.has(id))
    return set.sources.flatMap((source) => {
      if (source.preparedTo === null) return []
      return [
        ...checkStatedDate(source, source.preparedTo),
        ...checkPeriods(indicators, source, source.preparedTo),
      ]
    })
  },
}

function checkStatedDate(source: SourceDocument, preparedTo: string): Finding[] {
  const { statesDataTo } = source
  if (statesDataTo === null || statesDataTo <= preparedTo) return []
  return [
    {
      code,
      severity: 'contradiction',
      subjects: [{ kind: 'source', key: source.key }],
      explanation: inBoth((language) => {
        const [written, stated] = [sayDay(preparedTo, language), sayDay(statesDataTo, language)]
        return language === 'lv'
          ? `Dokuments ${quote(source.title, language)} pabeigts ne vēlāk kā ${written}, bet tajā ir dati ar datumu ${stated}, kas ir vēlāk.`
          : `The document ${quote(source.title, language)} was finished no later than ${written}, but it gives ${stated}, which is later, as the date of some of its data.`
      }),
    },
  ]
}

/** Context figures are left out: they tell of a day, not of a year. */
function checkPeriods(
  indicators: readonly Indicator[],
  source: SourceDocument,
  preparedTo: string,
): Finding[] {
  // A snapshot is taken on 1 October, early in its school year.
  const early = indicators
    .filter((indicator) => indicator.frequency !== 'snapshot')
    .map((indicator) => ({
      indicator,
      figures: indicator.series.flatMap(({ results }) =>
        results.filter((result) => isFrom(source, result) && lastDay(result.period) > preparedTo),
      ),
    }))
    .filter(({ figures }) => figures.length > 0)
  const figures = early.flatMap((one) => one.figures)
  if (figures.length === 0) return []
  const periods = [...new Set(figures.map((figure) => figure.period))].sort()
  const subjects = early.map(({ indicator }): FindingSubject => ({ kind: 'indicator', code: indicator.code }))
  return [
    {
      code,
      severity: 'notice',
      subjects: [{ kind: 'source', key: source.key }, ...subjects],
      explanation: inBoth((language) => {
        const count = `${sayNumber(figures.length, language)} ${formOf(figures.length, language, FIGURES)}`
        const about = `${sayNumber(early.length, language)} ${formOf(early.length, language, INDICATORS)}`
        const when = sayList(
          periods.map((period) => sayPeriod(period, language)),
          language,
        )
        const [written, end] = [sayDay(preparedTo, language), sayDay(lastDay(periods.at(-1) ?? ''), language)]
        return language === 'lv'
          ? `Dokuments ${quote(source.title, language)} pabeigts ne vēlāk kā ${written}, bet tajā ir ${count} par ${about} ${when} (līdz ${end}). Tā var būt tikai gada daļa, prognoze vai vēlāks papildinājums.`
          : `The document ${quote(source.title, language)} was finished no later than ${written}, but it gives ${count} for ${about} ${when} (until ${end}). That can only be part of the year, a forecast or a later addition.`
      }),
    },
  ]
}

const isFrom = (source: SourceDocument, { source: key, value }: Observation) =>
  key === source.key && value.kind !== 'missing'

/** Last day of a school year or a calendar year; empty, and so before every day, when unknown. */
function lastDay(period: string): string {
  if (/^\d{4}\/\d{4}$/.test(period)) return `${period.slice(5)}-08-31`
  return /^\d{4}$/.test(period) ? `${period}-12-31` : ''
}
