import type { RouterContextProvider } from 'react-router'
import { factsContext, readInRequest, textsContext } from '#platform/context.server.ts'
import { writeSitemaps } from '#platform/ui/sitemap.ts'
import { findListedPages } from './listed-pages.server.ts'

/** The lists; none while nobody has said where the public finds us, since an address in them must be whole. */
export async function readLists(context: Readonly<RouterContextProvider>): Promise<string[]> {
  const facts = context.get(factsContext)
  return facts.address ? writeSitemaps(facts, await readInRequest(context, findListedPages)) : []
}

/** A list, or in words why there is none. */
export function answerWithList(context: Readonly<RouterContextProvider>, list: string | undefined): Response {
  if (list === undefined)
    return new Response(context.get(textsContext)('lv')('app.sitemap.none'), {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  return new Response(list, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
