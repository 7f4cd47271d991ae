import { startReading } from '#modules/findings'
import { PublishedReports } from '#modules/publishing/parts'
import { findFrozen } from '#modules/publishing.server'
import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import { DutyLines } from '#modules/work/parts'
import { readDuties } from '#modules/work.server'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { findImportRuns } from '#platform/import/runs.server.ts'
import { findJournalHeads } from '#platform/journal/journal-store.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Fold } from '#platform/ui/fold.tsx'
import { JournalHeads } from '#platform/ui/journal-heads.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { countCitations } from '../citations.ts'
import { DownloadTable } from '../parts/download-table.tsx'
import { ImportHistory } from '../parts/import-history.tsx'
import { SourceDocuments } from '../parts/source-documents.tsx'
import { readPublished } from '../read-published.server.ts'
import { SOURCE_SORTING } from '../source-sorting.ts'
import type { Route } from './+types/reports'

export const handle = { parameters: [SOURCE_SORTING.parameter] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new AskedValues(request)
  readSort(asked, SOURCE_SORTING)
  asked.demandRight()
  const { municipality, home, plan } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => ({
    municipality,
    home,
    data: await readPublished(startReading(tx, { municipalityId: municipality.id, strategy: plan })),
    runs: await findImportRuns(tx, municipality.id),
    heads: await findJournalHeads(tx, municipality.id),
    duties: (await readDuties(tx, municipality.id, municipalDay())).filter(
      ({ rule: { basis, performer } }) => basis.kind === 'law' && performer === 'municipality',
    ),
    reports: await findFrozen(tx, municipality.id, { onlyPublic: true }),
  }))
}

export default function Reports({ loaderData }: Route.ComponentProps) {
  const { municipality, home, data, runs, heads, duties, reports } = loaderData
  const { text, local, path } = useSpeech()
  const name = local(municipality.name)
  if (!data) {
    return (
      <Page title={text('portal.reports.title')} place={name}>
        <h1>{text('portal.reports.empty', { name })}</h1>
        <Unpublished municipality={municipality} />
      </Page>
    )
  }
  const citations = countCitations(data)
  const used = data.sources.filter(({ key }) => citations.has(key))
  const mentioned = data.sources.filter(({ key }) => !citations.has(key))
  return (
    <Page title={text('portal.reports.title')} place={name}>
      <h1>{text('portal.reports.headline', { count: citations.size })}</h1>
      <section>
        <h2>{text('publishing.public.title')}</h2>
        <PublishedReports slug={municipality.slug} reports={reports} />
      </section>
      <section>
        <h2>{text('portal.sources.title')}</h2>
        <SourceDocuments
          sources={used}
          citations={citations}
          home={home}
          place={`/${municipality.slug}`}
          sorting={SOURCE_SORTING}
        />
        {mentioned.length > 0 ? (
          <details className="fold">
            <summary>{text('portal.sources.mentioned', { count: mentioned.length })}</summary>
            <SourceDocuments
              sources={mentioned}
              citations={citations}
              home={home}
              place={`/${municipality.slug}`}
            />
          </details>
        ) : null}
        <p className="after">
          <a href={path(`/${municipality.slug}/salidzinajums-ar-publiceto`)}>
            {text('publishing.compare.title')}
          </a>
        </p>
        <EditLink address={`${home}/parskati`} />
      </section>
      <section>
        <h2>{text('portal.downloads.title')}</h2>
        <DownloadTable
          surveys={data.surveyTables.map(({ survey }) => survey)}
          slug={municipality.slug}
          home={home}
          strategy={data.tree.strategy.key}
        />
        <p className="after">
          <a href={path('/atvertie-dati')}>{text('portal.downloads.api')}</a> ·{' '}
          <a href={path(`/${municipality.slug}/labojumi`)}>{text('portal.reports.corrections')}</a>
        </p>
      </section>
      <Fold id="likums" title={text('portal.law.title')} count={duties.length}>
        <p>{text('portal.law.lede')}</p>
        <DutyLines times={duties} slug={municipality.slug} />
        <p className="after">
          <a href={path(`/${municipality.slug}/pienakumi`)}>{text('portal.law.all')}</a>
        </p>
      </Fold>
      <Fold id="ielades" title={text('portal.imports.title')} count={runs.length}>
        <ImportHistory runs={runs} />
      </Fold>
      <Fold id="kontrolsummas" title={text('platform.heads.title')}>
        <div className="heads">
          <JournalHeads heads={heads} />
        </div>
      </Fold>
    </Page>
  )
}
