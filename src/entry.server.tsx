import { renderToStaticMarkup } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { factsContext, visitContext } from '#platform/context.server.ts'
import { explainWords } from '#platform/glossary/explain-words.ts'
import { faceOf } from '#platform/http/face.ts'
import { REQUEST_ID_PLACE } from '#platform/http/request-id.ts'
import { TextsProvider } from '#platform/i18n.tsx'
import { createIslandFiles } from '#platform/islands/island-files.server.ts'
import { ServedPage } from '#platform/islands/served-page.ts'
import { logError } from '#platform/log.server.ts'
import { finishPage } from '#platform/ui/finish-page.ts'
import { sessionContext } from './app/accounts/context.server.ts'
import { textIn } from './app/texts.server.ts'

const islandFile = import.meta.env.DEV ? sourceOfIsland : createIslandFiles()

/** Draws a page whole: pages are not taken over by scripts, so no marks for scripts are needed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: RouterContextProvider,
) {
  const { id, personal } = loadContext.get(visitContext)
  const facts = loadContext.get(factsContext)
  // A public page goes to many, each with a number of their own.
  const requestId = personal ? id : REQUEST_ID_PLACE
  // Also where a page is refused before it has loaded anything.
  const account = loadContext.get(sessionContext)?.name
  const page = renderToStaticMarkup(
    <ServedPage value={{ requestId, account, facts, islandFile }}>
      <TextsProvider value={textIn}>
        <ServerRouter context={context} url={request.url} />
      </TextsProvider>
    </ServedPage>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(
    `<!doctype html>${explain(finishPage(page, facts.address), request)}${import.meta.env.DEV ? RELOADING : ''}`,
    {
      status,
      headers,
    },
  )
}

/** Public pages explain their abbreviations, and pages about methods their words; the glossary explains itself. */
function explain(html: string, request: Request): string {
  const { pathname } = new URL(request.url)
  if (faceOf(pathname) !== 'public') return html
  const segments = pathname.split('/').filter(Boolean)
  const language = segments[0] === 'en' ? 'en' : 'lv'
  const [place, ...below] = language === 'en' ? segments.slice(1) : segments
  if (place === 'vardnica') return html
  return explainWords(html, {
    language,
    municipality: place,
    hasTerms: place === 'metodes' && below.length === 0,
  })
}

/** A defect is written to the log with the address that met it; the page says nothing more. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (isRouteErrorResponse(error) || request.signal.aborted) return
  const { id } = context.get(visitContext)
  logError(`${id} ${request.method} ${new URL(request.url).pathname}`, error)
}

/** While pages are edited, islands are served from their sources. */
function sourceOfIsland(name: string) {
  const sources = Object.keys(import.meta.glob('./**/islands/*.island.{ts,tsx}'))
  const source = sources.find((path) => path.includes(`/${name}.island.`))
  if (!source) throw new Error(`There is no island called ${name}`)
  return source.replace(/^\./, '/src')
}

/** By this script Vite tells the browser that a file has changed. */
const RELOADING = '<script type="module" src="/@vite/client"></script>'
