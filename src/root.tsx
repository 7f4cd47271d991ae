import '#platform/ui/styles.css'
import type { ReactNode } from 'react'
import { isRouteErrorResponse, Links, Outlet, useLocation } from 'react-router'
import { createSpeech, languageOf, SpeechProvider, useSpeech, useTexts } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Site } from '#platform/ui/site.tsx'
import type { Route } from './+types/root'
import { footerLinks } from './app/menu.ts'

/** Runs on the server so that middleware runs for every page. */
export function loader() {
  return null
}

/** The document around every page. Public pages are complete without scripts and ship none. */
export function Layout({ children }: { children: ReactNode }) {
  const language = languageOf(useLocation().pathname)
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
          <Site footerLinks={footerLinks(speech)}>{children}</Site>
        </SpeechProvider>
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { text, path } = useSpeech()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const title =
    status === 404
      ? text('platform.error.absent')
      : status === 403
        ? text('platform.error.refused')
        : text('platform.error.failed')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <p>{status === 404 ? text('platform.error.absent.help') : text('platform.error.failed.help')}</p>
      <p>
        <a href={path('/')}>{text('platform.error.toStart')}</a>
      </p>
    </Page>
  )
}
