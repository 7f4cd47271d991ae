import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { indicatorDownloads } from '../downloads.ts'
import { countFindings } from '../findings.ts'
import { filterSeries, judgeSet, readFilter, readPeriod, shownPeriods } from '../list.ts'
import { ContextTable } from '../parts/context-table.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { IndicatorFilters } from '../parts/indicator-filters.tsx'
import { IndicatorTable } from '../parts/indicator-table.tsx'
import { VerdictHeadline } from '../parts/verdict-headline.tsx'
import { VerdictSummary } from '../parts/verdict-summary.tsx'
import { contextIndicators, judgedPeriods } from '../questions.ts'
import { countVerdicts } from '../roll-up.ts'
import { findIndicatorFindings } from '../rules/index.ts'
import { findCurrentTargetSet, getIndicatorSet } from '../store.server.ts'
import type { Route } from './+types/indicator-list'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const set = await readInRequest(context, async (tx) => {
    const key = await findCurrentTargetSet(tx, municipality.id)
    return getIndicatorSet(tx, municipality.id, key ?? '')
  })
  const filter = readFilter(searchParams)
  const period = readPeriod(set, searchParams)
  const judged = period === null ? [] : judgeSet(set, period)
  return {
    municipality,
    set,
    period,
    filter,
    judged,
    findings: countFindings(findIndicatorFindings(set)),
  }
}

/** Every indicator of a municipality with its latest results and what they mean for the targets. */
export default function IndicatorList({ loaderData }: Route.ComponentProps) {
  const { municipality, set, period, filter, judged, findings } = loaderData
  const speech = useSpeech()
  const { text, local, path } = speech
  const address = path(`/${municipality.slug}/raditaji`)
  const rows = filterSeries(judged, filter)
  const context = contextIndicators(set)
  if (period === null || judged.length === 0) {
    return (
      <Page title={text('indicators.list.title')} place={local(municipality.name)}>
        <h1>{text('indicators.list.title')}</h1>
        <p>{text('indicators.list.empty', { place: local(municipality.name) })}</p>
        {context.length > 0 ? <ContextTable indicators={context} address={address} /> : null}
      </Page>
    )
  }
  const counts = countVerdicts(judged.map((one) => one.verdict))
  const year = String(set.periodRule.get(period))
  return (
    <Page title={text('indicators.list.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        {text('indicators.list.title')} · {speech.say.period(period)}
      </p>
      <h1>
        <VerdictHeadline counts={counts} />
      </h1>
      <VerdictSummary counts={counts} address={address} period={period}>
        <p>{text('indicators.list.rule', { period: speech.say.period(period, 'of'), year })}</p>
      </VerdictSummary>
      <section aria-labelledby="rows">
        <h2 id="rows">{text('indicators.list.rows')}</h2>
        <IndicatorFilters address={address} periods={judgedPeriods(set)} period={period} filter={filter} />
        {rows.length === 0 ? (
          <p>{text('indicators.list.nothing')}</p>
        ) : (
          <IndicatorTable
            rows={rows}
            all={judged.length}
            periods={shownPeriods(set, period)}
            period={period}
            year={year}
            address={address}
            findings={findings}
          />
        )}
        <Downloads {...indicatorDownloads(set.key, period, filter)} />
      </section>
      {context.length > 0 ? <ContextTable indicators={context} address={address} /> : null}
    </Page>
  )
}
