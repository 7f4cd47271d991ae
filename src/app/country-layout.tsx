import { Outlet, useLocation } from 'react-router'
import { demandSignedIn } from '#platform/context.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
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
  const { pathname } = useLocation()
  const name = text('work.desk.country')
  const here = menu.findLast(({ address }) => pathname === address || pathname.startsWith(`${address}/`))
  return (
    <>
      <section className="place" aria-label={name}>
        <div className="wrap">
          <p className="crumb">
            <a href={path('/darbs')}>{text('app.work')}</a>
          </p>
          <p className="name">{name}</p>
          {isAtHome ? (
            <p>
              <WhoCanSee isCountry />
            </p>
          ) : null}
          {menu.length > 0 ? (
            <nav className="tabs" aria-label={text('platform.menu', { place: name })}>
              <ul>
                {menu.map((link) => (
                  <li key={link.address}>
                    <a href={link.address} aria-current={link === here ? 'page' : undefined}>
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </div>
      </section>
      <Outlet />
    </>
  )
}
