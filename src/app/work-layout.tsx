import { Outlet } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { findMunicipality } from '#modules/registry.server'
import { demandSignedIn, placeContext, readInRequest } from '#platform/context.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { MenuGroups } from '#platform/ui/menu-groups.tsx'
import { MenuTabs } from '#platform/ui/menu-tabs.tsx'
import { PlaceAbove } from '#platform/ui/place.ts'
import { WhoCanSee } from '#platform/ui/who-can-see.tsx'
import { currentGrants } from '#platform/users.ts'
import type { Route } from './+types/work-layout'
import { workMenu } from './menu.server.ts'
import { textIn } from './texts.server.ts'
import { redirectToWrittenName } from './to-written-name.server.ts'

/** Finds the municipality in which somebody works, for every page below it. Whoever has no right there has no workplace. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ params, context, request }, next) => {
    const user = demandSignedIn(context, request)
    const municipality = await readInRequest(context, async (tx) => {
      const found = await findMunicipality(tx, params.municipality)
      if (!found) await redirectToWrittenName(tx, params.municipality, request)
      return found
    })
    const isAtHome = currentGrants(user).some(
      ({ scope }) => scope.kind === 'country' || scope.municipalityId === municipality?.id,
    )
    if (!municipality || !isAtHome) refuse(404, 'platform.refused.absent')
    const home = `/${municipality.slug}`
    context.set(municipalityContext, { municipality, successor: undefined, home, plan: undefined })
    context.set(placeContext, municipality.id)
    return next()
  },
]

export function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const language = languageOf(new URL(request.url).pathname)
  const speech = createSpeech(language, textIn(language))
  return { municipality, menu: workMenu(speech, municipality, demandSignedIn(context, request)) }
}

/** So many sections need no groups. */
const FEW = 4

/** Says above every page of a workplace where one works, and what can be done there. */
export default function WorkLayout({ loaderData }: Route.ComponentProps) {
  const { municipality, menu } = loaderData
  const { text, local, path } = useSpeech()
  const name = local(municipality.name)
  const links = menu.flatMap((group) => group.links)
  const crumbs = [
    { label: text('app.work'), address: path('/darbs') },
    { label: name, address: path(`/darbs/${municipality.slug}`) },
  ]
  return (
    <>
      <section className="place" aria-label={name}>
        <div className="wrap">
          <p className="name">{name}</p>
          <p>
            <WhoCanSee /> <a href={path(`/${municipality.slug}`)}>{text('app.work.publicPages')}</a>
          </p>
          {municipality.isGenerated ? <p className="generated">{text('app.generated')}</p> : null}
          {links.length > FEW ? (
            <MenuGroups place={name} groups={menu} />
          ) : (
            <MenuTabs place={name} links={links} />
          )}
        </div>
      </section>
      <PlaceAbove value={{ crumbs, sections: links }}>
        <Outlet />
      </PlaceAbove>
    </>
  )
}
