import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { mayAnywhere } from '#platform/users.ts'
import { findPersonsCalled } from '../store.server.ts'
import type { Route } from './+types/person-search'

export const handle = { parameters: ['q'], reads: ['people.edit'] }
/** Whoever has a commoner name is found by more of it. */
const MOST = 30

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.edit', municipality.id)) refuse(403, 'platform.refused.grant')
  const typed = new URL(request.url).searchParams.get('q')?.trim() ?? ''
  const persons =
    typed.length < 2
      ? []
      : await readInRequest(context, (tx) => findPersonsCalled(tx, municipality.id, typed, MOST))
  return { municipality, typed, persons }
}

/** Finds whose data somebody asks for. */
export default function PersonSearch({ loaderData }: Route.ComponentProps) {
  const { municipality, typed, persons } = loaderData
  const { text, path, local } = useSpeech()
  const address = path(`/darbs/${municipality.slug}/personas-dati`)
  return (
    <Page title={text('people.search.title')} place={local(municipality.name)}>
      <p>
        <a href={address}>{text('people.register.title')}</a>
      </p>
      <h1>{text('people.search.title')}</h1>
      <p>{text('people.search.lede')}</p>
      <form className="filters">
        <label>
          {text('people.search.name')}
          <input type="search" name="q" defaultValue={typed} />
        </label>
        <button type="submit">{text('people.search.find')}</button>
      </form>
      {typed === '' ? null : <p role="status">{text('people.search.found', { count: persons.length })}</p>}
      <ul className="list">
        {persons.map(({ personId, name }) => (
          <li key={personId}>
            <a href={`${address}/personas/${personId}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
