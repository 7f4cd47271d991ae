import { writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'

/** Puts a municipality with nothing but some institutions into the register, for what may be about them. */
export async function plantInstitutions(db: Database, municipalityId: string, ids: readonly string[]) {
  await writeAs(db, operator(), (tx) =>
    tx
      .insertInto('registry.municipality')
      .values({ id: municipalityId, slug: 'izmeginajums' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'import',
    action: 'tests.written',
    subject: 'institutions',
    isPublic: false,
    at: new Date(),
  } as const
  await inChange(db, operator(municipalityId), intent, (tx, change) =>
    revise(
      tx,
      change,
      { table: 'registry.institution', key: ['key'], hasId: true },
      ids.map((id) => ({ id, key: `skola-${id}`, registration_number: null })),
    ),
  )
}
