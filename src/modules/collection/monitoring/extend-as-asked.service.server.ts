import { findInstitution } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { instantOf } from '#platform/moment.ts'
import { refuse } from '#platform/refuse.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { User } from '#platform/users.ts'
import { extendDue } from '../calls/change-call.service.server.ts'
import { ownText } from '../calls/own-text.ts'
import type { DataCall } from '../model.ts'

type Asked = {
  municipalityId: string
  slug: string
  call: DataCall
  /** Key of the institution. */
  institution: string
  /** Last day that it has asked for, `YYYY-MM-DD`. */
  until: string
}

/** Gives an institution until the end of the day that it has asked for. @returns why it cannot be given */
export async function extendAsAsked(
  db: Database,
  user: User,
  { municipalityId, slug, call, institution, until }: Asked,
): Promise<TextKey | undefined> {
  const at = instantOf(`${until}T23:59`)
  if (typeof at === 'string') return at
  const found = await readAs(db, user, (tx) => findInstitution(tx, municipalityId, institution), {
    municipalityId,
  })
  const { id: institutionId } = found ?? refuse(404, 'collection.notFound')
  const why = ownText('collection.monitoring.extendWhy')
  const extended = await extendDue(db, user, {
    municipalityId,
    slug,
    key: call.key,
    institutionId,
    until: at,
    why,
  })
  return extended?.problem
}
