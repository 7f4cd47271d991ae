import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from './built-site.ts'
import { fieldsIn } from './forms.ts'

/** Somebody with one role in a whole municipality. */
export const memberOf = (municipalityId: string, role: Role, id: string = role): User => ({
  id,
  kind: 'member',
  grants: [{ role, scope: { kind: 'municipality', municipalityId } }],
})

export async function municipalityIdOf(db: Database, slug: string): Promise<string> {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  if (!found) throw new Error(`there is no municipality ${slug}`)
  return found.id
}

/** An editor before the built pages, and what everybody sees of them. */
export async function openEditor(db: Database, user: User) {
  const ask = await openSiteAs(db, user)
  const openly = await openBuiltSite(db)
  const fields = async (address: string) => fieldsIn(await (await ask(address)).text())
  return {
    ask,
    fields,
    read: async (address: string) => (await ask(address)).text(),
    /** The page as everybody sees it. */
    publicly: async (address: string) => (await openly(address)).text(),
    /** Fills in a form as it is drawn, and presses a button. */
    send: async (
      address: string,
      typed: Readonly<Record<string, string>>,
      step: 'preview' | 'save' = 'save',
    ) => ask(address, { ...(await fields(address)), _why: 'Labots pēc sanāksmes', ...typed, _do: step }),
  }
}
