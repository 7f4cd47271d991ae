import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { SurveySummary } from '../parts/survey-summary.tsx'
import { LOW_RESPONSE, sortByResponse } from '../response.ts'
import { findAllSurveyTables } from '../store.server.ts'
import type { Route } from './+types/survey-list'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const tables = await readInRequest(context, (tx) => findAllSurveyTables(tx, municipality.id))
  return { municipality, tables }
}

export default function SurveyList({ loaderData }: Route.ComponentProps) {
  const { municipality, tables } = loaderData
  const { text, local } = useSpeech()
  const place = local(municipality.name)
  if (tables.length === 0) {
    return (
      <Page title={text('surveys.title')} place={place}>
        <h1>{text('surveys.none')}</h1>
        <p>{text('surveys.none.explanation', { place })}</p>
      </Page>
    )
  }
  const groups = tables.flatMap((table) => table.groups)
  const { low, unknown } = sortByResponse(groups)
  const known = groups.length - unknown.length
  return (
    <Page title={text('surveys.title')} place={place}>
      <h1>
        {text('surveys.headline', { count: tables.length })}
        {known > 0
          ? `; ${text('surveys.headline.low', { count: low.length, total: groups.length, percent: LOW_RESPONSE })}`
          : null}
      </h1>
      <p>{text('surveys.lede')}</p>
      <p>{text('surveys.assumption')}</p>
      {tables.map((table) => (
        <SurveySummary key={table.survey.key} table={table} slug={municipality.slug} />
      ))}
    </Page>
  )
}
