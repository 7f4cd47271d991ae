import '#platform/ui/styles.css'
import { type ReactNode, use } from 'react'
import { Links, Outlet, useLocation, useRouteError } from 'react-router'
import { visitContext } from '#platform/context.server.ts'
import { WORKING } from '#platform/http/face.ts'
import { createSpeech, languageOf, SpeechProvider, useSpeech, useTexts } from '#platform/i18n.tsx'
import { ServedPage } from '#platform/islands/served-page.ts'
import { refuse } from '#platform/refuse.ts'
import { Site } from '#platform/ui/site.tsx'
import { WhoCanSee } from '#platform/ui/who-can-see.tsx'
import type { Route } from './+types/root'
import { AccountLinks } from './app/accounts/parts/account-links.tsx'
import { footerLinks } from './app/menu.ts'
import { ErrorPage } from './app/parts/error-page.tsx'

/** What the server has refused before any page was asked is said by the ErrorBoundary below, as all refusals are. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context }, next) => {
    const { refused } = context.get(visitContext)
    if (refused) refuse(refused.status, refused.reason)
    return next()
  },
]

/** Runs on the server so that middleware runs for every page. */
export const loader = () => null

/** The document around every page. Public pages are complete without scripts and ship none. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const isPage = !useRouteError()
  const { account } = use(ServedPage)
  const language = languageOf(pathname)
  const speech = createSpeech(language, useTexts()(language))
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>
        <SpeechProvider value={speech}>
          <Site
            footerLinks={footerLinks(speech, isPage ? pathname : undefined)}
            account={<AccountLinks name={account} />}
          >
            {children}
          </Site>
        </SpeechProvider>
      </body>
    </html>
  )
}

export default function Root() {
  const { text } = useSpeech()
  const isTwin = useLocation().pathname.endsWith(`/${WORKING}`)
  return (
    <>
      <Outlet />
      {isTwin ? (
        <aside className="wrap" aria-label={text('platform.whoCanSee')}>
          <WhoCanSee />
        </aside>
      ) : null}
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
