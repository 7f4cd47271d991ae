import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'

/** Why something is saved, and the button that saves it. */
export const SAVE = { _why: 'Precizēts pēc dokumenta', _do: 'save' }
/** The same for the button that shows what will change. */
export const PREVIEW = { ...SAVE, _do: 'preview' }

/** Somebody who edits all figures of a municipality. */
export const specialist = (municipalityId: string, id = 'anna'): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId } }],
})

/** Somebody who edits them and may not see those about few people. */
export const withoutSmallNumbers = (municipalityId: string): User => ({
  id: 'berta',
  kind: 'member',
  grants: [
    {
      capabilities: ['indicators.read', 'indicators.edit'],
      scope: { kind: 'municipality', municipalityId },
    },
  ],
})

/** The edit pages as somebody meets them. */
export async function openEditing(db: Database, user: User) {
  const ask = await openSiteAs(db, user)
  const read = async (address: string) => (await ask(address)).text()
  const fields = async (address: string) => fieldsIn(await read(address))
  return {
    ask,
    read,
    fields,
    /** Sends a form with some of it changed. */
    send: async (address: string, typed: Record<string, string>) =>
      ask(address, { ...(await fields(address)), ...SAVE, ...typed }),
    /** Where the history of what a form is about is. */
    historyOf: async (address: string) => plain(HISTORY.exec(await read(address))?.[1] ?? ''),
  }
}
const HISTORY = /href="(\/darbs\/liepaja\/vesture[^"]*)"/

export const plain = (text: string) => text.replaceAll('&amp;', '&')

/** A page as everybody reads it. */
export const readPublic = async (db: Database, address: string) =>
  (await (await openBuiltSite(db))(address)).text()

/** The undo form of a state in a history, as it is sent once what it would change was seen. */
export function undoOf(page: string, revision: number) {
  const form = page.split('<form').find((one) => one.includes(`name="_revision" value="${revision}"`)) ?? ''
  const fields = [...form.matchAll(/name="(_key|_revision|_version)" value="([^"]*)"/g)]
  return {
    ...Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])),
    _confirmed: 'yes',
  }
}
