import { municipalityContext } from '#modules/registry.context'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { MunicipalityChooser } from '#platform/ui/municipality-chooser.tsx'
import { Page } from '#platform/ui/page.tsx'
import { currentGrants } from '#platform/users.ts'
import { workMenu } from '../menu.server.ts'
import { textIn } from '../texts.server.ts'
import type { Route } from './+types/workplace'

/** Everybody who works here comes by. */
export const handle = { reads: 'present' }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const language = languageOf(new URL(request.url).pathname)
  const user = demandSignedIn(context, request)
  const menu = workMenu(createSpeech(language, textIn(language)), municipality, user)
  const works = new Set(
    currentGrants(user).flatMap(({ scope }) => (scope.kind === 'country' ? [] : scope.municipalityId)),
  )
  const all = await readInRequest(context, (tx) => findMunicipalitiesOn(tx, municipalDay()))
  return { municipality, menu, places: all.filter(({ id }) => works.has(id)) }
}

/** Where the work on one municipality begins. */
export default function Workplace({ loaderData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, menu, places } = loaderData
  const title = text('app.workplace.title', { municipality: local(municipality.name) })
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <ul>
        {menu.map(({ address, label }) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
      <MunicipalityChooser places={places} />
    </Page>
  )
}
