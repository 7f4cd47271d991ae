import { factsContext } from '#platform/context.server.ts'
import { writeRobots } from '#platform/ui/robots.ts'
import type { Route } from './+types/robots'

export const handle = { parameters: [] }

/** What search engines are asked to leave alone. */
export function loader({ context }: Route.LoaderArgs) {
  return new Response(writeRobots(context.get(factsContext)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
