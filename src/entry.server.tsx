import { renderToStaticMarkup } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, ServerRouter } from 'react-router'
import { TextsProvider } from '#platform/i18n.tsx'
import { textIn } from './app/texts.server.ts'

/** Draws a page whole: public pages are not taken over by scripts, so no marks for scripts are needed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  const page = renderToStaticMarkup(
    <TextsProvider value={textIn}>
      <ServerRouter context={context} url={request.url} />
    </TextsProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${page}`, { status, headers })
}

/** A defect is written to the log with the address that met it; the page says nothing more. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (isRouteErrorResponse(error) || request.signal.aborted) return
  console.error(`${request.method} ${new URL(request.url).pathname}`, error)
}
