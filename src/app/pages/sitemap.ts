import { factsContext } from '#platform/context.server.ts'
import { writeSitemapIndex } from '#platform/ui/sitemap.ts'
import { answerWithList, readLists } from '../sitemap.server.ts'
import type { Route } from './+types/sitemap'

export const handle = { parameters: [] }

/** Every public page, for search engines: one list, or a list of lists. */
export async function loader({ context }: Route.LoaderArgs) {
  const lists = await readLists(context)
  const [only, ...more] = lists
  const facts = context.get(factsContext)
  return answerWithList(context, more.length === 0 ? only : writeSitemapIndex(facts, lists.length))
}
