import { startReading } from '#modules/findings'
import { TopFindings } from '#modules/findings/parts'
import { familiesContext } from '#modules/findings.context'
import { judgedPeriods, listAddress } from '#modules/indicators'
import { CertaintyCounts, WithinChanceCount, WithUnits } from '#modules/indicators/parts'
import { ownInstitutionAddress } from '#modules/registry'
import { RegisterFacts } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import { readPlace } from '#modules/registry.server'
import { InOurWords } from '#modules/sources/parts'
import { GoalTable } from '#modules/strategy/parts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DocumentList } from '../parts/document-list.tsx'
import { HeadlineCounts } from '../parts/headline-counts.tsx'
import { HowToBegin } from '../parts/how-to-begin.tsx'
import { MissTable } from '../parts/miss-table.tsx'
import { PeriodRule } from '../parts/period-rule.tsx'
import { ReasonList } from '../parts/reason-list.tsx'
import { type Overview as Read, readOverview } from '../read-overview.server.ts'
import type { Route } from './+types/municipality-overview'

export const handle = { parameters: ['period'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const asked = new AskedValues(request)
  const { read, around } = await readInRequest(context, async (tx) => {
    const overview = await readOverview(
      startReading(tx, { municipalityId: municipality.id }),
      families,
      asked.text('period') ?? null,
    )
    return { read: overview, around: overview ? undefined : await readPlace(tx, municipality) }
  })
  asked.oneOf('period', read ? judgedPeriods(read.standing) : [])
  asked.demandRight()
  return { municipality, read, around }
}

export default function MunicipalityOverview({ loaderData }: Route.ComponentProps) {
  const { municipality, read, around } = loaderData
  const { text, local } = useSpeech()
  const name = local(municipality.name)
  return (
    <Page title={text('portal.overview.title')} place={name}>
      {read ? (
        <Overview read={read} slug={municipality.slug} />
      ) : (
        <>
          <h1>{text('registry.empty.title', { name })}</h1>
          <p>{text(municipality.validTo ? 'registry.empty.ended' : 'registry.empty.explanation')}</p>
          {around ? <RegisterFacts municipality={municipality} around={around} /> : null}
          {municipality.validTo === null ? <HowToBegin slug={municipality.slug} /> : null}
        </>
      )}
    </Page>
  )
}

function Overview({ read, slug }: { read: Read; slug: string }) {
  const { text, local, path, say } = useSpeech()
  const { tree, standing, evaluation, misses } = read
  const { strategy } = tree
  const { asked, period, periodRule } = standing
  const { series } = evaluation
  return (
    <>
      <section>
        <p className="eyebrow">
          {local(strategy.title)} ·{' '}
          {period === null
            ? text('indicators.filter.latest')
            : text('portal.overview.state', { period: say.period(period, 'in') })}
        </p>
        <h1 className="headline">
          {series.judged === 0
            ? text('portal.overview.noneJudged')
            : text(series.onTrack > 0 ? 'portal.overview.goodOrOnTrack' : 'portal.overview.good', {
                count: series.judged,
                good: series.met + series.onTrack,
              })}{' '}
          <WithinChanceCount count={series.withinChance} />{' '}
          {series.notEvaluable > 0 ? text('portal.overview.open', { count: series.notEvaluable }) : null}
        </h1>
        <HeadlineCounts
          counts={series}
          indicators={evaluation.indicators.total}
          address={path(`/${slug}/raditaji`)}
          chosen={asked}
        />
        <CertaintyCounts counts={series} address={path(`/${slug}/raditaji`)} chosen={asked} />
        {period === null ? <p>{text('portal.overview.ownPeriods')}</p> : null}
        {periodRule.size > 0 ? <PeriodRule rule={periodRule} /> : null}
        <OtherPeriods
          periods={judgedPeriods({ periodRule })}
          current={asked ?? period}
          isAsked={asked !== null}
          slug={slug}
        />
        <p>
          <a href={path(`/${slug}${ownInstitutionAddress}`)}>{text('registry.own.title')}</a>
        </p>
      </section>
      <section>
        <h2>{text('portal.overview.goals', { count: evaluation.goals.length })}</h2>
        <GoalTable
          evaluation={evaluation}
          place={`/${slug}`}
          home={`/${slug}`}
          findings={read.findingsByGoal}
        />
      </section>
      {misses.length > 0 ? (
        <section>
          <h2>{text('portal.misses.title')}</h2>
          <WithUnits units={read.units}>
            <MissTable misses={misses} slug={slug} period={period} />
          </WithUnits>
          <p className="more">
            <a
              href={listAddress(path(`/${slug}/raditaji`), {
                period: asked,
                verdicts: ['missed', 'offTrack'],
              })}
            >
              {text('portal.misses.all', { count: series.missed + series.offTrack })}
            </a>
          </p>
        </section>
      ) : null}
      {series.notEvaluable > 0 ? (
        <section>
          <h2>{text('portal.reasons.title', { count: series.notEvaluable })}</h2>
          <p>
            <a href={listAddress(path(`/${slug}/raditaji`), { period: asked, verdicts: ['notEvaluable'] })}>
              {text('portal.reasons.all', { count: series.notEvaluable })}
            </a>
          </p>
          <details className="fold">
            <summary>{text('portal.reasons.reason')}</summary>
            <ReasonList counts={series} slug={slug} chosen={asked} />
          </details>
        </section>
      ) : null}
      <div className="columns">
        <section>
          <h2>{text('portal.overview.findings')}</h2>
          <TopFindings counts={read.findingCounts} top={read.topFindings} slug={slug} />
        </section>
        <section>
          <h2>{text('portal.overview.documents')}</h2>
          <InOurWords things={tree.goals} sources={read.sources} home={`/${slug}`} />
          <details className="fold">
            <summary>{text('portal.overview.documents.open', { count: read.sources.length })}</summary>
            <DocumentList sources={read.sources} surveys={read.surveys} slug={slug} strategy={strategy.key} />
          </details>
        </section>
      </div>
    </>
  )
}

type Others = { periods: string[]; current: string | null; isAsked: boolean; slug: string }

/** The periods that are not shown, and the latest results where a period was asked for. */
function OtherPeriods({ periods, current, isAsked, slug }: Others) {
  const { text, path, say } = useSpeech()
  const address = path(`/${slug}`)
  const others = periods
    .filter((period) => period !== current)
    .map((period) => ({ address: `${address}?period=${period}`, name: say.period(period) }))
  const latest = isAsked ? [{ address, name: text('indicators.filter.latest') }] : []
  const links = [...latest, ...others]
  if (links.length === 0) return null
  return (
    <p>
      {text('portal.overview.otherPeriods')}{' '}
      {links.map((link, index) => (
        <span key={link.address}>
          {index > 0 ? ', ' : ''}
          <a href={link.address}>{link.name}</a>
        </span>
      ))}
    </p>
  )
}
