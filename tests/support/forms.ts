import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { openSiteAs } from './built-site.ts'

/** What stands in the fields of the last form of a page, as a browser would send it. */
export function fieldsIn(page: string): Record<string, string> {
  const form = page.split('<form').findLast((part) => part.includes('name="_version"')) ?? ''
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attributeOf(tag, 'type')
    if ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag)) continue
    fields[attributeOf(tag, 'name')] = attributeOf(tag, 'value')
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([^<]*)<\/textarea>/g)) {
    fields[attributeOf(tag, 'name')] = plain(text)
  }
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? '<option value="">'
    fields[attributeOf(tag, 'name')] = attributeOf(chosen, 'value')
  }
  return fields
}

const attributeOf = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Asks for a page with a cookie. */
export async function send(db: Database, user: User, path: string, cookie: string): Promise<Response> {
  return (await openSiteAs(db, user, { headers: { cookie } }))(path)
}
