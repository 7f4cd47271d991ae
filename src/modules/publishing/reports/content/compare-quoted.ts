import { figureAddress, type Series, seriesName } from '#modules/indicators'
import type { CheckedClaim, QuotedFigure } from '#modules/strategy'
import { claimAddress } from '#modules/strategy'
import { printsAs, type SurveyTable } from '#modules/surveys'
import type { Speech } from '#platform/speech.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { CountedFigure } from './counted-figure.ts'
import { countFigures } from './counted-figures.ts'
import type { PlanData, ReportData } from './data.ts'

/** How a figure of a document stands beside ours. */
export type Agreement = 'same' | 'explained' | 'unexplained' | 'covered' | 'absent'

/** A figure that a document quotes, beside the one that the data give. */
export type ComparedFigure = {
  /** Id of our figure. */
  figure: string
  /** What it is; null where the data say it: then `series` names it. */
  what: LocalText | null
  series: { title: LocalText; series: Series; period: string } | null
  /** As printed; null where that is covered. */
  quoted: number | null
  ours: { value: number; unit: CountedFigure['unit'] | null; address: string } | null
  agreement: Agreement
  why: LocalText | null
  locator: string | null
}

export type ComparedTable = { key: string; title: LocalText | null; figures: readonly ComparedFigure[] }

type Ours = ReadonlyMap<string, { value: number; unit: CountedFigure['unit'] | null; address: string }>
type Asked = Pick<ComparedFigure, 'figure' | 'what' | 'series' | 'quoted' | 'locator'> & {
  isCovered?: boolean
}

/**
 * Sets all figures that the documents of a plan quote beside ours, table by table: those that were entered for this, those
 * that claims hold, and the means that surveys print. What is held there is not entered again; only why it differs is.
 */
export function compareQuoted(data: ReportData, quoted: readonly QuotedFigure[]): ComparedTable[] {
  const { plan } = data
  if (!plan) return []
  const ours = figuresOf(data, plan)
  const whyOf = new Map(quoted.flatMap(({ figure, why }) => (why ? [[figure, why] as const] : [])))
  const compare = ({ isCovered = false, ...asked }: Asked): ComparedFigure => {
    const found = ours.get(asked.figure) ?? null
    const why = whyOf.get(asked.figure) ?? null
    return { ...asked, ours: found, why, agreement: agreementOf(asked.quoted, found, why, isCovered) }
  }
  const series = seriesNames(plan)
  const entered = quoted.filter((one) => one.quoted !== null)
  const tables = [...Map.groupBy(entered, ({ section }) => section.lv)].map(([key, some]) => ({
    key,
    title: some[0]?.section ?? null,
    figures: some.map(({ figure, what, quoted: said, locator }) =>
      compare({ figure, what, quoted: said, locator, series: series.get(figure) ?? null }),
    ),
  }))
  return [
    ...tables,
    { key: 'claims', title: null, figures: plan.claims.flatMap(askedByClaim).map(compare) },
    ...data.surveys.map((survey) => ({
      key: `means-${survey.survey.key}`,
      title: survey.survey.title,
      figures: printedMeans(survey).map(compare),
    })),
  ].filter(({ figures }) => figures.length > 0)
}

/** How many figures of each kind there are. */
export function countAgreements(tables: readonly ComparedTable[]): Readonly<Record<Agreement, number>> {
  const counts = { same: 0, explained: 0, unexplained: 0, covered: 0, absent: 0 }
  for (const { agreement } of tables.flatMap(({ figures }) => figures)) counts[agreement] += 1
  return counts
}

function agreementOf(
  quoted: number | null,
  ours: { value: number } | null,
  why: LocalText | null,
  isCovered: boolean,
): Agreement {
  if (isCovered || quoted === null) return 'covered'
  if (ours === null) return why ? 'explained' : 'absent'
  const decimals = String(quoted).split('.')[1]?.length ?? 0
  if (printsAs(ours.value, { percent: quoted, decimals })) return 'same'
  return why ? 'explained' : 'unexplained'
}

function figuresOf(data: ReportData, plan: PlanData): Ours {
  const { home } = data
  const ofSeries = plan.set.indicators.flatMap(({ code, series }) =>
    series.flatMap(({ key, results }) =>
      results.flatMap(({ period, value }) =>
        'number' in value
          ? [
              [
                `indicator:${key}@${period}`,
                {
                  value: value.number,
                  unit: value.unit === 'percent' ? ('percent' as const) : null,
                  address: `${home}${figureAddress(code, key, period)}`,
                },
              ] as const,
            ]
          : [],
      ),
    ),
  )
  const figures = new Map<string, { value: number; unit: CountedFigure['unit'] | null; address: string }>([
    ...countFigures(data),
    ...ofSeries,
  ])
  for (const { claim } of plan.claims) {
    const parts = claim.subjects.map((key) => figures.get(`indicator:${key}@${claim.toPeriod}`)?.value)
    const whole = claim.total === null ? undefined : figures.get(`indicator:${claim.total}@${claim.toPeriod}`)
    const isWhole = parts.length > 0 && parts.every((part) => part !== undefined)
    if (!isWhole || (claim.kind !== 'sum' && claim.kind !== 'share')) continue
    const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
    const address = `${home}${claimAddress(claim.key)}`
    if (claim.kind === 'sum') figures.set(`sum:${claim.key}`, { value: sum, unit: 'count', address })
    else if (whole)
      figures.set(`part:${claim.key}`, { value: (100 * sum) / whole.value, unit: 'percent', address })
  }
  return figures
}

/** The numbers of a claim that counts or adds up; what it compares is answered on the page of claims. */
function askedByClaim({ claim, isCovered }: CheckedClaim): Asked[] {
  const { kind, key, value, share, text, locator } = claim
  const about = { what: text, series: null, locator, isCovered }
  if (kind === 'sum') return value === null ? [] : [{ ...about, figure: `sum:${key}`, quoted: value }]
  if (kind === 'share') return share === null ? [] : [{ ...about, figure: `part:${key}`, quoted: share }]
  if (kind !== 'count') return []
  const counted = countedBy(claim)
  return [
    ...(value === null ? [] : [{ ...about, figure: `count:${counted}`, quoted: value }]),
    ...(share === null ? [] : [{ ...about, figure: `share:${counted}`, quoted: share }]),
  ]
}

const INDICATOR_FILTERS: Readonly<Record<string, string>> = {
  'data=yes': 'data',
  'retired=yes': 'retired',
  'methodology=no': 'noMethodology',
}

/** What a claim counts, as ids of figures name it: `actions/implemented+inProgress@KP1`. */
function countedBy({ subjects, filter }: CheckedClaim['claim']): string {
  const { goal, status, ...others } = filter
  const named =
    status ?? Object.entries(others).map(([name, one]) => INDICATOR_FILTERS[`${name}=${one}`] ?? name)[0]
  return `${subjects[0]}${named ? `/${named}` : ''}${goal ? `@${goal}` : ''}`
}

/** Means that a survey prints: of its items over groups, and of its groups over items. */
function printedMeans({ survey, items, groups, printedMeans: means }: SurveyTable): Asked[] {
  const label = (code: string) => groups.find((group) => group.code === code)?.label ?? { lv: code, en: code }
  return [
    ...items.flatMap(({ code, title, printedMean, isMeanCovered, locator }) =>
      printedMean === null && !isMeanCovered
        ? []
        : [
            {
              figure: `mean:${survey.key}/items/${code}`,
              what: title,
              series: null,
              quoted: printedMean?.percent ?? null,
              isCovered: isMeanCovered === true,
              locator,
            },
          ],
    ),
    ...means.map(({ group, scope, percent, isCovered, locator }) => {
      const name = label(group)
      const place = scope === 'all' ? '' : `, ${scope}`
      return {
        figure: `mean:${survey.key}/${group}@${scope}`,
        what: { lv: `${name.lv}${place}`, en: `${name.en}${place}` },
        series: null,
        quoted: percent,
        isCovered: isCovered === true,
        locator,
      }
    }),
  ]
}

function seriesNames({ set }: PlanData) {
  return new Map<string, NonNullable<ComparedFigure['series']>>(
    set.indicators.flatMap((indicator) =>
      indicator.series.flatMap((series) =>
        series.results.map(
          ({ period }) =>
            [
              `indicator:${series.key}@${period}`,
              { title: indicatorTitle(indicator), series, period },
            ] as const,
        ),
      ),
    ),
  )
}

const indicatorTitle = ({ code, title }: { code: string; title: LocalText }): LocalText => ({
  lv: `${code}. ${title.lv}`,
  en: `${code}. ${title.en}`,
})

/** What a figure is, in the language of a page. */
export function nameOf({ what, series, figure }: ComparedFigure, speech: Speech): string {
  if (what) return speech.local(what)
  if (!series) return figure
  const name = series.series.label ? ` – ${seriesName(series.series, speech)}` : ''
  return `${speech.local(series.title)}${name} (${speech.say.period(series.period, 'short')})`
}
