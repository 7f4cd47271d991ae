import type { Database } from '#platform/database/types.server.ts'
import type { Personal, Site } from '#platform/http/site.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { User } from '#platform/users.ts'

type Serving = { db: Database; visitorOf?: () => Promise<User>; secrets?: Secrets; hasGallery?: boolean }
type Door = { createSite: (serving: Serving) => Site }

/**
 * The built pages over a database of the tests, without a cache or a network in between.
 *
 * @param hasGallery whether they show what they are made of, as where they are worked on
 * @returns a function that asks for a path
 */
export async function openBuiltSite(
  db: Database,
  { hasGallery = true }: { hasGallery?: boolean } = {},
): Promise<(path: string) => Promise<Response>> {
  const door = '../../build/server/site.js'
  const { createSite } = (await import(door)) as Door
  const site = createSite({ db, hasGallery })
  return (path) => site.answer(new Request(`http://localhost${path}`), { id: 'test' })
}

/** What is posted, by the names of the fields. */
type Typed = Readonly<Record<string, string>> | FormData

/**
 * The built pages of the personal face, as somebody who has signed in meets them.
 *
 * @param more headers of each request, such as a cookie; keys of persons' records
 * @returns a function that asks for a path, or posts a form to it
 */
export async function openSiteAs(
  db: Database,
  user: User,
  { headers: more = {}, secrets }: { headers?: Readonly<Record<string, string>>; secrets?: Secrets } = {},
): Promise<(path: string, typed?: Typed) => Promise<Response>> {
  const door = '../../build/server/site.js'
  const { createSite } = (await import(door)) as Door
  const site = createSite({ db, visitorOf: async () => user, ...(secrets ? { secrets } : {}) })
  const personal: Personal = {
    clientAddress: '127.0.0.1',
    own: { hosts: ['localhost'] },
    publicPage: async (target) => {
      const answer = await site.answer(new Request(`http://localhost${target}`), { id: 'test' })
      return answer.status === 200 ? { target, html: await answer.text() } : undefined
    },
  }
  return (path, typed) => {
    const body = typed && (typed instanceof FormData ? typed : new URLSearchParams(typed))
    const headers = { ...more, origin: 'http://localhost' }
    const init = body ? { method: 'POST', body, headers } : { headers: more }
    return site.answer(new Request(`http://localhost${path}`, init), { id: 'test', personal })
  }
}
