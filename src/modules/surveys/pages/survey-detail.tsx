import { municipalityContext } from '#modules/registry.context'
import { InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { surveyDownloads } from '../downloads.ts'
import { FindingList } from '../parts/finding-list.tsx'
import { GapHeadline } from '../parts/gap-headline.tsx'
import { GapSection } from '../parts/gap-section.tsx'
import { GroupTable } from '../parts/group-table.tsx'
import { ItemPlots } from '../parts/item-plots.tsx'
import { MeanSection } from '../parts/mean-section.tsx'
import { MethodKey } from '../parts/method-key.tsx'
import { flagsOf, numberFindings } from '../parts/numbered-findings.ts'
import { ResponseNote } from '../parts/response-note.tsx'
import { ResultTable } from '../parts/result-table.tsx'
import { SurveyContents } from '../parts/survey-contents.tsx'
import { SurveyFacts } from '../parts/survey-facts.tsx'
import { SurveySources } from '../parts/survey-sources.tsx'
import type { Route } from './+types/survey-detail'
import { readSurvey } from './read-survey.server.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => ({
    municipality,
    ...(await readSurvey(tx, municipality.id, params.key)),
    documents: await findSourceDocuments(tx, municipality.id),
  }))
}

export default function SurveyDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, table, findings: found, documents } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const title = local(table.survey.title)
  const list = path(`/${slug}/aptaujas`)
  const files = surveyDownloads(slug, table.survey.key)
  const findings = numberFindings(found)
  const flags = flagsOf(findings)
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={list}>{text('surveys.title')}</a>
      </p>
      <h1>{title}</h1>
      <GapHeadline table={table} />
      <SurveyFacts survey={table.survey} />
      <InOurWords things={[table.survey, ...table.items]} sources={documents} home={`/${slug}`} />
      <SurveyContents />
      <section>
        <h2 id="grupas">{text('surveys.groups.title')}</h2>
        <p>{text('surveys.assumption')}</p>
        <GroupTable table={table} flags={flags} />
        <ResponseNote groups={table.groups} />
      </section>
      <section>
        <h2 id="rezultati">{text('surveys.results')}</h2>
        <ResultTable table={table} flags={flags} slug={slug} />
        <MethodKey table={table} />
      </section>
      <section>
        <h2 id="blakus">{text('surveys.plots')}</h2>
        <ItemPlots table={table} />
      </section>
      <section>
        <h2 id="atskiribas">{text('surveys.gaps')}</h2>
        <GapSection table={table} />
      </section>
      <section>
        <h2 id="videjie">{text('surveys.means')}</h2>
        <MeanSection table={table} flags={flags} slug={slug} />
      </section>
      <section>
        <h2 id="atradumi">{text('surveys.findings')}</h2>
        <FindingList findings={findings} table={table} />
        <p className="after-table">
          <a href={path(`/${slug}/datu-kvalitate`)}>{text('surveys.findings.all')}</a>
        </p>
      </section>
      <section>
        <h2 id="avoti">{text('surveys.sources')}</h2>
        <SurveySources table={table} documents={documents} slug={slug} />
        <p className="downloads after-table">
          {text('surveys.download')} <a href={files.csv}>CSV</a> · <a href={files.json}>JSON</a>
        </p>
      </section>
    </Page>
  )
}
