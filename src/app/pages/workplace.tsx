import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn } from '#platform/context.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { workMenu } from '../menu.server.ts'
import { textIn } from '../texts.server.ts'
import type { Route } from './+types/workplace'

/** Everybody who works here comes by. */
export const handle = { reads: 'present' }

export function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const language = languageOf(new URL(request.url).pathname)
  const menu = workMenu(
    createSpeech(language, textIn(language)),
    municipality,
    demandSignedIn(context, request),
  )
  return { municipality, menu }
}

/** Where the work on one municipality begins. */
export default function Workplace({ loaderData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, menu } = loaderData
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
    </Page>
  )
}
