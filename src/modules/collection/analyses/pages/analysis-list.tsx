import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { findAnalyses } from '../analysis-store.server.ts'
import type { Route } from './+types/analysis-list'

export const handle = { reads: ['collection.analysis.edit'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.analysis.edit', { municipalityId: municipality.id })
  const read = await readInRequest(context, async (tx) => {
    const analyses = await findAnalyses(tx, municipality.id)
    const authors = [...new Set(analyses.map(({ author }) => author))]
    return {
      analyses,
      names: Object.fromEntries(await findAccountNames(tx, municipality.id, authors)),
    }
  })
  return { ...read, municipality }
}

/** Analyses of a municipality, those to be looked over first. */
export default function AnalysisList({ loaderData }: Route.ComponentProps) {
  const { municipality, analyses, names } = loaderData
  const { text, local, path, date } = useSpeech()
  const home = path(`${collectionHome(municipality.slug)}/analizes`)
  const waiting = analyses.filter(({ state }) => state === 'inReview')
  const others = analyses.filter(({ state }) => state !== 'inReview')
  return (
    <Page title={text('collection.analyses.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(collectionHome(municipality.slug))}>{text('collection.menu')}</a>
      </p>
      <h1>{text('collection.analyses.title')}</h1>
      <p>{text('collection.analyses.lede')}</p>
      <p>
        <a href={`${home}/jauna`}>{text('collection.analyses.new')}</a>
      </p>
      {analyses.length === 0 ? <p>{text('collection.analyses.none')}</p> : null}
      <ul className="list">
        {[...waiting, ...others].map(({ id, question, state, author, dataAsOf, changedAt }) => (
          <li key={id}>
            <a href={`${home}/${id}`}>{question}</a>
            <small>
              {text(`collection.analyses.state.${state}`)}
              {'. '}
              {text('collection.analyses.by', {
                name: names[author] ?? text('collection.analyses.somebody'),
                date: date(municipalDay(changedAt)),
              })}{' '}
              {text('collection.analyses.dataAsOf', { date: date(dataAsOf) })}
            </small>
          </li>
        ))}
      </ul>
    </Page>
  )
}
