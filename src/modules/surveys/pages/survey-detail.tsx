import { findSurveyedIndicators } from '#modules/indicators.server'
import { municipalityContext } from '#modules/registry.context'
import { InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Fold } from '#platform/ui/fold.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { surveyDownloads } from '../downloads.ts'
import { AnsweredTable } from '../parts/answered-table.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import { GapSection } from '../parts/gap-section.tsx'
import { GroupTable } from '../parts/group-table.tsx'
import { ItemPlots } from '../parts/item-plots.tsx'
import { MeanSection } from '../parts/mean-section.tsx'
import { MethodKey } from '../parts/method-key.tsx'
import { flagsOf, numberFindings } from '../parts/numbered-findings.ts'
import { PlainResult } from '../parts/plain-result.tsx'
import { RelatedIndicators } from '../parts/related-indicators.tsx'
import { ResponseNote } from '../parts/response-note.tsx'
import { ResultsSection } from '../parts/results-section.tsx'
import { SurveyFacts } from '../parts/survey-facts.tsx'
import { SurveySources } from '../parts/survey-sources.tsx'
import { ANSWERED_SORTING, GROUP, GROUP_SORTING } from '../survey-asked.ts'
import type { Route } from './+types/survey-detail'
import { readSurvey } from './read-survey.server.ts'

export const handle = { parameters: [GROUP, ANSWERED_SORTING.parameter, GROUP_SORTING.parameter] }

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const read = await readInRequest(context, async (tx) => ({
    municipality,
    ...(await readSurvey(tx, municipality.id, params.key)),
    documents: await findSourceDocuments(tx, municipality.id),
    indicators: await findSurveyedIndicators(tx, municipality.id, params.key),
  }))
  const codes = read.table.groups.map(({ code }) => code)
  const chosen = asked.oneOf(GROUP, codes)
  for (const sorting of [ANSWERED_SORTING, GROUP_SORTING]) readSort(asked, sorting)
  asked.demandRight()
  return { ...read, chosen }
}

/** A survey: first what it says in plain words, then the figures, then how they were computed. */
export default function SurveyDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, table, findings: found, documents, indicators, chosen } = loaderData
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
      <PlainResult table={table} />
      <SurveyFacts survey={table.survey} />
      <section>
        <h2 id="grupas">{text('surveys.groups.title')}</h2>
        <AnsweredTable table={table} flags={flags} />
      </section>
      <section>
        <h2 id="rezultati">{text('surveys.results')}</h2>
        <ResultsSection table={table} flags={flags} slug={slug} chosen={chosen} />
      </section>
      <Fold id="atskiribas" title={text('surveys.gaps')}>
        <p>{text('surveys.gaps.plain')}</p>
        <GapSection table={table} />
      </Fold>
      <Fold id="blakus" title={text('surveys.plots')}>
        <ItemPlots table={table} />
      </Fold>
      <Fold id="videjie" title={text('surveys.means')}>
        <MeanSection table={table} flags={flags} slug={slug} />
      </Fold>
      <Fold id="lielums" title={text('surveys.sizes')}>
        <p>{text('surveys.assumption')}</p>
        <ResponseNote groups={table.groups} />
        <GroupTable table={table} />
      </Fold>
      <Fold id="metode" title={text('surveys.methods')}>
        <p>{text('surveys.methods.plain')}</p>
        <MethodKey table={table} />
      </Fold>
      <Fold id="atradumi" title={text('surveys.findings')} count={findings.length}>
        <FindingList findings={findings} table={table} />
        <p className="after-table">
          <a href={path(`/${slug}/datu-kvalitate?family=surveys`)}>{text('surveys.findings.all')}</a>
        </p>
      </Fold>
      <RelatedIndicators indicators={indicators} slug={slug} />
      <Fold id="avoti" title={text('surveys.sources')}>
        <InOurWords things={[table.survey, ...table.items]} sources={documents} home={`/${slug}`} />
        <SurveySources table={table} documents={documents} slug={slug} />
      </Fold>
      <p className="downloads after-table">
        {text('surveys.download')} <DownloadLinks what={title} files={files} />
      </p>
    </Page>
  )
}
