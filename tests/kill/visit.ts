import { fieldsIn } from '../support/forms.ts'
import type { Stand } from './drivers.ts'

/** Reads a page as the browser with this cookie. */
export const read = async ({ address }: Pick<Stand, 'address'>, path: string, cookie = '') =>
  (await fetch(address + path, { headers: { cookie } })).text()

/** Posts a form as that browser does. */
export async function send(
  { address }: Pick<Stand, 'address'>,
  path: string,
  typed: Record<string, string>,
  cookie = '',
) {
  const answer = await fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, cookie },
    body: new URLSearchParams(typed),
  })
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    page: () => answer.text(),
  }
}

/** Opens a form of an edit page, fills it in and saves it. */
export async function fillIn(stand: Stand, path: string, typed: Record<string, string>, cookie: string) {
  const drawn = fieldsIn(await read(stand, path, cookie))
  return send(stand, path, { ...drawn, _why: 'Pēc sanāksmes', ...typed, _do: 'save' }, cookie)
}
