import { Outlet } from 'react-router'
import { demandSignedIn } from '#platform/context.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { MenuTabs } from '#platform/ui/menu-tabs.tsx'
import { PlaceAbove } from '#platform/ui/place.ts'
import { WhoCanSee } from '#platform/ui/who-can-see.tsx'
import { currentGrants } from '#platform/users.ts'
import type { Route } from './+types/country-layout'
import { countryMenu } from './menu.server.ts'
import { textIn } from './texts.server.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const language = languageOf(new URL(request.url).pathname)
  return {
    menu: countryMenu(createSpeech(language, textIn(language)), user),
    isAtHome: currentGrants(user).some(({ scope }) => scope.kind === 'country'),
  }
}

/** Says above every page about the whole country what can be done there, and who can see it. */
export default function CountryLayout({ loaderData }: Route.ComponentProps) {
  const { menu, isAtHome } = loaderData
  const { text, path } = useSpeech()
  const name = text('work.desk.country')
  const crumbs = [{ label: text('app.work'), address: path('/darbs') }]
  return (
    <>
      <section className="place" aria-label={name}>
        <div className="wrap">
          <p className="name">{name}</p>
          {isAtHome ? (
            <p>
              <WhoCanSee isCountry />
            </p>
          ) : null}
          <MenuTabs place={name} links={menu} />
        </div>
      </section>
      <PlaceAbove value={{ crumbs, sections: menu }}>
        <Outlet />
      </PlaceAbove>
    </>
  )
}
