import type { Personal, Site } from '#platform/http/site.ts'
import { codeOf, PASSWORD } from './accounts.ts'

let visitors = 0
/** A browser that keeps its cookies and follows nothing by itself. */
export function browse(site: Site) {
  visitors += 1
  const personal: Personal = {
    clientAddress: `10.9.0.${visitors}`,
    own: { hosts: ['localhost'] },
    publicPage: async () => undefined,
  }
  const jar = new Map<string, string>()
  return async (path: string, typed?: Record<string, string>, more: Record<string, string> = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: 'http://localhost', ...more }
    const init = typed ? { method: 'POST', body: new URLSearchParams(typed), headers } : { headers }
    const answer = await site.answer(new Request(`http://localhost${path}`, init), { id: 'test', personal })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';', 1)[0]?.split(/=(.*)/s) ?? []
      if (/max-age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      headers: answer.headers,
      html: await answer.text(),
    }
  }
}

/** A browser in which somebody has signed in with the password of the tests and has set up a second factor. */
export async function browseAs(site: Site, email: string) {
  const ask = browse(site)
  await ask('/pieslegties', { email, password: PASSWORD })
  await ask('/darbs/konts/kodi', { before: PASSWORD })
  const { html } = await ask('/darbs/konts/kodi')
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
  await ask('/darbs/konts/kodi', { code: codeOf(secret) })
  return ask
}
