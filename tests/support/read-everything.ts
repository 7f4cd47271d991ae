import { publicApi } from '../../src/app/api.server.ts'

/** So many links are followed at a time. */
const AT_ONCE = 2
const LINKS = /\s(?:href|action|src)="(\/[^"#]*)/g

/**
 * Reads everything that anybody can read of some things: every page to which links lead from the first pages, in both
 * languages, and every address of the API as JSON and as CSV, with what the headers say.
 *
 * @param names parts of addresses that are followed, such as the name of a municipality
 * @returns what was read, by address; digits stand together as they were typed, whatever separates thousands
 */
export async function readEverything(
  ask: (path: string) => Promise<Response>,
  names: readonly string[],
): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const [slug = '', id = ''] = names
  const api = publicApi.endpoints.flatMap(({ path }) => {
    const address = `${publicApi.base}${path.replace('{slug}', slug).replace('{id}', id)}`
    return [address, `${address}.csv`]
  })
  const waiting = new Set(['/', '/en', `/${slug}`, `/en/${slug}`, ...api])
  for (;;) {
    const next = [...waiting].filter((path) => !read.has(path)).slice(0, AT_ONCE)
    if (next.length === 0) return read
    await Promise.all(
      next.map(async (path) => {
        const response = await ask(path)
        const body = await response.text()
        const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`)
        read.set(path, together([...headers, body].join('\n')))
        // Filters multiply without end: pages with a question are followed one step only.
        for (const [, link = ''] of body.matchAll(LINKS)) {
          const to = link.replaceAll('&amp;', '&')
          const isNamed = names.some((name) => to.includes(name))
          if (isNamed && !(to.includes('?') && path.includes('?'))) waiting.add(to)
        }
      }),
    )
  }
}

/** Digits without what separates thousands: a comma in English, a space that does not break in Latvian. */
const together = (text: string) => text.replaceAll(/(?<=\d)[\u00a0\u202f,](?=\d{3}(?!\d))/g, '')
