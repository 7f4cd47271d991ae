import { findMunicipality, findMunicipalityNames } from '#modules/registry.server'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import { findInvitations } from '#platform/accounts/joining.service.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { type Inviting, THE_COUNTRY } from './parts/invitations.tsx'

/** The municipalities that wait for an account to agree, by name. */
export async function nameInvitations(desk: AccountDesk, accountId: string): Promise<Inviting[]> {
  const waiting = await findInvitations(desk, accountId)
  if (waiting.length === 0) return []
  return readAs(desk.db, THE_PUBLIC, async (tx) => {
    const slugOf = await findMunicipalityNames(tx)
    const named: Inviting[] = []
    for (const id of waiting) {
      const slug = slugOf.get(id)
      const municipality = slug === undefined ? undefined : await findMunicipality(tx, slug)
      if (id === COUNTRY) named.push({ slug: THE_COUNTRY, name: null })
      else if (municipality) named.push({ slug: municipality.slug, name: municipality.name })
    }
    return named
  })
}
