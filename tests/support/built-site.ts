import type { Database } from '#platform/database/types.server.ts'
import type { Site } from '#platform/http/site.ts'

type Door = { createSite: (serving: { db: Database }) => Site }

/**
 * The built pages over a database of the tests, without a cache or a network in between.
 *
 * @returns a function that asks for a path
 */
export async function openBuiltSite(db: Database): Promise<(path: string) => Promise<Response>> {
  const door = '../../build/server/site.js'
  const { createSite } = (await import(door)) as Door
  const site = createSite({ db })
  return (path) => site.answer(new Request(`http://localhost${path}`), { id: 'test' })
}
