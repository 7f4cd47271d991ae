import { periodName } from '#modules/indicators'
import type { Municipality } from '#modules/registry'
import { municipalityContext } from '#modules/registry.context'
import { evaluateStrategy, judgedPeriods } from '#modules/strategy'
import { GoalTable } from '#modules/strategy/parts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { type FindingsData, gatherFindings } from '../findings.ts'
import { findWidestMisses } from '../misses.ts'
import { DocumentList } from '../parts/document-list.tsx'
import { MissTable } from '../parts/miss-table.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { PeriodRule } from '../parts/period-rule.tsx'
import { ReasonList } from '../parts/reason-list.tsx'
import { TopFindings } from '../parts/top-findings.tsx'
import { VerdictSummary } from '../parts/verdict-summary.tsx'
import { readPublished } from '../read-published.server.ts'
import type { Route } from './+types/overview'

/** How many of the widest misses the overview shows. */
const MISSES = 6

export const handle = { parameters: ['period'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const data = await readInRequest(context, (tx) => readPublished(tx, municipality.id))
  return { municipality, data, asked: new URL(request.url).searchParams.get('period') }
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { municipality, data, asked } = loaderData
  const { text, local } = useSpeech()
  const name = local(municipality.name)
  return (
    <Page title={text('publishing.overview.title')} place={name}>
      {data ? (
        <Published municipality={municipality} data={data} asked={asked} />
      ) : (
        <>
          <h1>{text('publishing.empty.title', { name })}</h1>
          <NoStrategy municipality={municipality} />
        </>
      )}
    </Page>
  )
}

type Props = { municipality: Municipality; data: FindingsData; asked: string | null }

function Published({ municipality: { slug }, data, asked }: Props) {
  const { text, local } = useSpeech()
  const { strategy } = data.tree
  const periods = judgedPeriods(data.set)
  const period = periods.find((one) => one === asked) ?? periods.at(-1) ?? ''
  const evaluation = evaluateStrategy(data.tree, data.set, period)
  const { series } = evaluation
  const findings = gatherFindings(data)
  const perGoal = new Map(
    data.tree.goals.map(({ code }) => [code, findings.filter(({ goals }) => goals.includes(code)).length]),
  )
  const misses = findWidestMisses(evaluation.judged, MISSES)
  return (
    <>
      <section>
        <p className="eyebrow">
          {local(strategy.title)} ·{' '}
          {text('publishing.overview.state', { period: periodName(period, { text }, 'in') })}
        </p>
        <h1 className="headline">
          {series.judged === 0
            ? text('publishing.overview.noneJudged')
            : text(series.onTrack > 0 ? 'publishing.overview.goodOrOnTrack' : 'publishing.overview.good', {
                count: series.judged,
                good: series.met + series.onTrack,
              })}{' '}
          {series.notEvaluable > 0 ? text('publishing.overview.open', { count: series.notEvaluable }) : null}
        </h1>
        <VerdictSummary counts={series} indicators={evaluation.indicators.total} />
        <PeriodRule rule={data.set.periodRule} />
        <OtherPeriods periods={periods} current={period} slug={slug} />
      </section>
      <section>
        <h2>{text('publishing.overview.goals', { count: evaluation.goals.length })}</h2>
        <GoalTable evaluation={evaluation} slug={slug} findings={perGoal} />
      </section>
      {misses.length > 0 ? (
        <section>
          <h2>{text('publishing.misses.title')}</h2>
          <MissTable misses={misses} slug={slug} period={period} />
        </section>
      ) : null}
      {series.notEvaluable > 0 ? (
        <section>
          <h2>{text('publishing.reasons.title', { count: series.notEvaluable })}</h2>
          <ReasonList counts={series} slug={slug} period={period} />
        </section>
      ) : null}
      <div className="columns">
        <section>
          <h2>{text('publishing.overview.findings')}</h2>
          <TopFindings findings={findings} slug={slug} />
        </section>
        <section>
          <h2>{text('publishing.overview.documents')}</h2>
          <DocumentList
            sources={data.set.sources}
            surveys={data.surveyTables.map(({ survey }) => survey)}
            slug={slug}
          />
        </section>
      </div>
    </>
  )
}

function OtherPeriods({ periods, current, slug }: { periods: string[]; current: string; slug: string }) {
  const { text, path } = useSpeech()
  const others = periods.filter((period) => period !== current)
  if (others.length === 0) return null
  return (
    <p>
      {text('publishing.overview.otherPeriods')}{' '}
      {others.map((period, index) => (
        <span key={period}>
          {index > 0 ? ', ' : ''}
          <a href={`${path(`/${slug}`)}?period=${period}`}>{periodName(period, { text })}</a>
        </span>
      ))}
    </p>
  )
}
