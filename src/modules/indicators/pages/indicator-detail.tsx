import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { InOurWords, OwnWords, SourceList } from '#modules/sources/parts'
import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import { AS_OF, addressAsOf, askAsOf } from '#platform/as-of/read-as-of.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Neighbours } from '#platform/ui/neighbours.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { citedDocuments } from '../cited.ts'
import { goalsContext } from '../context.server.ts'
import { figureDownloads, targetDownloads } from '../downloads.ts'
import type { IndicatorName } from '../model.ts'
import { AnswerInFigures } from '../parts/answer-in-figures.tsx'
import { AskedInSurveys } from '../parts/asked-in-surveys.tsx'
import { CoveredNote } from '../parts/covered-note.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { EarlierFigures } from '../parts/earlier-figures.tsx'
import { FigureTables } from '../parts/figure-tables.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import { IndicatorFacts } from '../parts/indicator-facts.tsx'
import { JudgedWhen } from '../parts/judged-when.tsx'
import { MethodologyList } from '../parts/methodology-list.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { RevisionTable } from '../parts/revision-table.tsx'
import { Section } from '../parts/section.tsx'
import { SeriesFigures } from '../parts/series-figures.tsx'
import { SeriesOverview } from '../parts/series-overview.tsx'
import { VerdictOfIndicator } from '../parts/verdict-of-indicator.tsx'
import { WithUnits } from '../parts/with-units.tsx'
import { readIndicator } from '../read-indicator.server.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import type { Route } from './+types/indicator-detail'

/** Name of the parameter that asks for a page of the states that figures have had. */
const HISTORY_PAGE = 'history'

/** More charts, or findings, than this stand in a fold. */
const DRAWN_OPEN = 2
const FINDINGS_OPEN = 3

export const handle = { parameters: ['period', AS_OF, 'page', HISTORY_PAGE] }

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const asOf = askAsOf(asked)
  const { find, findSurveys } = context.get(goalsContext)
  const { read, goal, surveys } = await readInRequest(context, async (tx) => {
    const place = { municipalityId: municipality.id, strategy: plan, asOf: asOf?.until }
    const reading = startReading(tx, place)
    const read = await readIndicator(reading, {
      code: params.code,
      targetSet: plan ?? (await findCurrentTargetSet(tx, municipality.id)) ?? '',
      period: asked.text('period') ?? null,
      page: asked.page(),
      historyPage: asked.page(HISTORY_PAGE),
    })
    const goals = read ? await find(reading) : []
    const goal = goals.find(({ indicators }) => read && indicators.has(read.indicator.id))
    return { read, goal, surveys: goal ? await findSurveys(reading, goal.code) : [] }
  })
  if (!read) refuse(404, 'platform.refused.absent')
  asked.oneOf('period', read.periods)
  asked.demandPage(read.series.pages)
  asked.demandPage(read.states.pages, HISTORY_PAGE)
  asked.demandRight()
  return { municipality, home, isCurrent: plan === undefined, asOf, read, goal, surveys }
}

/** One indicator with all that is known of it: what it is, every figure, and where each came from. */
export default function IndicatorPage({ loaderData }: Route.ComponentProps) {
  return (
    <WithUnits units={loaderData.read.set.units}>
      <IndicatorFigures loaderData={loaderData} />
    </WithUnits>
  )
}

function IndicatorFigures({ loaderData }: Pick<Route.ComponentProps, 'loaderData'>) {
  const { municipality, home, isCurrent, asOf, read, goal, surveys } = loaderData
  const { set, indicator, chosen, time, judged, findings, history, states } = read
  const speech = useSpeech()
  const { text, local, path } = speech
  const list = path(`${home}/raditaji`)
  const address = `${list}/${indicator.code}`
  const query = chosen === null ? '' : `?period=${chosen}`
  const beside = (one: IndicatorName | undefined, label: string) =>
    one && { address: `${list}/${one.code}${query}`, title: `${one.code} ${local(one.title)}`, label }
  const documents = citedDocuments(indicator, set.sources)
  const sources = documents.map(({ key }) => key)
  return (
    <Page title={local(indicator.title)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={list}>{text('indicators.list.title')}</a>
        {goal ? (
          <>
            {' '}
            ·{' '}
            <a
              href={addressAsOf(path(`${home}${goal.address}`), asOf?.day)}
            >{`${goal.code} ${local(goal.title)}`}</a>
          </>
        ) : null}{' '}
        · {indicator.code}
      </p>
      <h1>{local(indicator.title)}</h1>
      <EditLink address={`${home}/raditaji/${indicator.code}`} />
      {asOf ? <AsOfBanner day={asOf.day} current={address} /> : null}
      {judged.length > 0 ? (
        <>
          <VerdictOfIndicator
            counts={read.counts}
            only={indicator.seriesCount === 1 ? judged[0] : undefined}
          />
          <AnswerInFigures indicator={indicator} only={indicator.seriesCount === 1 ? judged[0] : undefined} />
          <JudgedWhen time={time} />
          <PeriodChoice address={address} periods={read.periods} chosen={chosen} asOf={asOf?.day} />
          <SeriesOverview rows={judged} all={read.counts.total} time={time} />
          <Pages {...read.series} />
        </>
      ) : (
        <p>{text(states.count === 0 ? 'indicators.history.none' : 'indicators.context.one')}</p>
      )}
      <OwnWords wording={indicator} />
      <InOurWords things={[indicator]} sources={documents} home={home} />
      {states.count === 0 ? null : (
        <>
          <CoveredNote indicators={[indicator]} />
          <Section id="charts" title={text('indicators.charts.title')}>
            <details className="fold" open={indicator.seriesCount <= DRAWN_OPEN}>
              <summary>{text('indicators.charts.count', { count: indicator.series.length })}</summary>
              <SeriesFigures
                indicator={indicator}
                judged={judged}
                files={{
                  address: `${address}/grafiks`,
                  query: {
                    period: chosen,
                    asOf: asOf?.day ?? null,
                    page: read.series.page > 1 ? read.series.page : null,
                  },
                }}
              />
            </details>
          </Section>
          <Section id="figures" title={text('indicators.figures.title')}>
            <FigureTables
              indicator={indicator}
              findings={findings}
              sources={sources}
              place={path(`/${municipality.slug}`)}
            />
            <CoveredNote indicators={[indicator]} />
            <EarlierFigures indicator={indicator} place={`/${municipality.slug}`} />
            <Downloads name={local(indicator.title)} {...figureDownloads(set.key, indicator.code, asOf)} />
            {indicator.series.some(({ targets }) => targets.length > 0) ? (
              <Downloads
                what={text('indicators.download.targets')}
                name={`${text('indicators.download.targets.name')}: ${local(indicator.title)}`}
                {...targetDownloads(set.key, indicator.code, asOf)}
              />
            ) : null}
            <p className="downloads">
              <a rel="nofollow" href={`${path('/zinot')}?par=${address}%23figures`}>
                {text('indicators.figures.report')}
              </a>
            </p>
          </Section>
          <Section id="findings" title={text('indicators.findings.title')}>
            {findings.length === 0 ? (
              <p>{text('indicators.findings.none')}</p>
            ) : (
              <details className="fold" open={findings.length <= FINDINGS_OPEN}>
                <summary>{text('indicators.findings.count', { count: findings.length })}</summary>
                <FindingList findings={findings} indicator={indicator} />
              </details>
            )}
            {isCurrent ? (
              <p>
                <a href={path(`/${municipality.slug}/datu-kvalitate?indicator=${indicator.code}`)}>
                  {text('indicators.findings.all')}
                </a>
              </p>
            ) : null}
          </Section>
        </>
      )}
      {goal && surveys.length > 0 ? (
        <Section id="surveys" title={text('indicators.surveys.title', { goal: goal.code })}>
          <AskedInSurveys surveys={surveys} place={path(`/${municipality.slug}`)} />
        </Section>
      ) : null}
      <Section id="about" title={text('indicators.about.title')}>
        <details className="fold">
          <summary>{text('indicators.about.open')}</summary>
          <IndicatorFacts indicator={indicator} />
        </details>
      </Section>
      <Section id="method" title={text('indicators.method.title')}>
        <details className="fold">
          <summary>{text('indicators.method.open')}</summary>
          <MethodologyList methodologies={indicator.methodologies} sources={sources} />
        </details>
      </Section>
      <Section id="sources" title={text('indicators.source.title')}>
        {documents.length === 0 ? <p>{text('sources.none')}</p> : <SourceList documents={documents} />}
      </Section>
      {states.count === 0 ? null : (
        <Section id="history" title={text('indicators.history.title')}>
          <details>
            <summary>{text('indicators.history.count', { count: states.count })}</summary>
            <RevisionTable history={history} indicator={indicator} />
            <Pages {...states} parameter={HISTORY_PAGE} anchor="history" />
          </details>
        </Section>
      )}
      <Neighbours
        label={text('indicators.neighbours')}
        previous={beside(read.previous, text('indicators.previous'))}
        next={beside(read.next, text('indicators.next'))}
      />
    </Page>
  )
}
