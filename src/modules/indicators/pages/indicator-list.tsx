import { municipalityContext } from '#modules/registry.context'
import { InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { allFigureDownloads, indicatorDownloads } from '../downloads.ts'
import { LIST_PARAMETERS, readFilter } from '../list.ts'
import { ContextTable } from '../parts/context-table.tsx'
import { CoveredNote } from '../parts/covered-note.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { IndicatorFilters } from '../parts/indicator-filters.tsx'
import { IndicatorTable } from '../parts/indicator-table.tsx'
import { JudgedWhen } from '../parts/judged-when.tsx'
import { VerdictHeadline } from '../parts/verdict-headline.tsx'
import { VerdictSummary } from '../parts/verdict-summary.tsx'
import { WithUnits } from '../parts/with-units.tsx'
import { judgedPeriods } from '../questions.ts'
import { readIndicatorList } from '../read-list.server.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import type { Route } from './+types/indicator-list'

/** Name of the parameter that asks for a page of the figures that give context. */
const CONTEXT_PAGE = 'context'

export const handle = { parameters: [...LIST_PARAMETERS, 'page', CONTEXT_PAGE] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const filter = readFilter(asked)
  const pages = { page: asked.page(), contextPage: asked.page(CONTEXT_PAGE) }
  return readInRequest(context, async (tx) => {
    const targetSet = plan ?? (await findCurrentTargetSet(tx, municipality.id)) ?? ''
    const read = await readIndicatorList(
      tx,
      { municipalityId: municipality.id, targetSet, isCurrent: plan === undefined },
      {
        filter,
        period: asked.text('period') ?? null,
        pages,
      },
    )
    asked.oneOf('period', judgedPeriods(read))
    asked.demandPage(read.rows.pages)
    asked.demandPage(read.context.pages, CONTEXT_PAGE)
    asked.demandRight()
    const sources = await findSourceDocuments(tx, municipality.id, targetSet)
    return { municipality, home, targetSet, filter, read, sources }
  })
}

/** Every indicator of a municipality with its latest results and what they mean for the targets. */
export default function IndicatorList({ loaderData }: Route.ComponentProps) {
  return (
    <WithUnits units={loaderData.read.units}>
      <Indicators loaderData={loaderData} />
    </WithUnits>
  )
}

function Indicators({ loaderData }: Pick<Route.ComponentProps, 'loaderData'>) {
  const { municipality, home, targetSet, filter, read, sources } = loaderData
  const { chosen, time, periodRule, counts, rows, context } = read
  const speech = useSpeech()
  const { text, local, path } = speech
  const address = path(`${home}/raditaji`)
  const contextTable =
    context.shown.length > 0 ? (
      <>
        <ContextTable indicators={context.shown} address={address} />
        <CoveredNote indicators={context.shown} />
        <Pages {...context} parameter={CONTEXT_PAGE} anchor="context" />
      </>
    ) : null
  if (counts.total === 0) {
    return (
      <Page title={text('indicators.list.title')} place={local(municipality.name)}>
        <h1>{text('indicators.list.title')}</h1>
        <EditLink address={`${home}/raditaji`} />
        <p>{text('indicators.list.empty', { place: local(municipality.name) })}</p>
        {contextTable}
      </Page>
    )
  }
  return (
    <Page title={text('indicators.list.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        {text('indicators.list.title')} ·{' '}
        {time === null ? text('indicators.filter.latest') : speech.say.period(time.period)}
      </p>
      <h1>
        <VerdictHeadline counts={counts} />
      </h1>
      <EditLink address={`${home}/raditaji`} />
      <VerdictSummary counts={counts} address={address} chosen={chosen}>
        <JudgedWhen time={time} />
      </VerdictSummary>
      <section aria-labelledby="rows">
        <h2 id="rows">{text('indicators.list.rows')}</h2>
        <InOurWords things={rows.shown.map(({ indicator }) => indicator)} sources={sources} home={home} />
        <IndicatorFilters
          address={address}
          periods={judgedPeriods({ periodRule })}
          chosen={chosen}
          filter={filter}
        />
        {rows.shown.length === 0 ? (
          <p>{text('indicators.list.nothing')}</p>
        ) : (
          <IndicatorTable
            rows={rows.shown}
            found={read.found}
            all={counts.total}
            time={time}
            chosen={chosen}
            address={address}
            findings={read.findings}
          />
        )}
        <CoveredNote indicators={rows.shown.map(({ indicator }) => indicator)} />
        <Pages {...rows} anchor="rows" />
        <Downloads
          what={text('indicators.download.shown')}
          name={text('indicators.download.shown.name')}
          {...indicatorDownloads(targetSet, chosen, filter)}
        />
        <Downloads
          what={text('indicators.download.all')}
          name={text('indicators.download.all.name')}
          {...allFigureDownloads(targetSet)}
        />
      </section>
      {contextTable}
    </Page>
  )
}
