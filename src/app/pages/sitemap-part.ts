import { answerWithList, readLists } from '../sitemap.server.ts'
import type { Route } from './+types/sitemap-part'

export const handle = { parameters: [] }

/** One of several lists of public pages. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const lists = await readLists(context)
  return answerWithList(context, lists.length > 1 ? lists[Number(params.part) - 1] : undefined)
}
