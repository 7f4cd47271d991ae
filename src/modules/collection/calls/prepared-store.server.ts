import type { Db } from '#platform/database/types.server.ts'
import type { CallForm, DataCall } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { findCallForm } from './call-store.server.ts'
import { definitionOf } from './element-rows.ts'
import { findElements } from './element-store.server.ts'

type Own = Db<CollectionTables>

/**
 * What a call asks: of one that is prepared the elements as the dictionary has them now, of an open one as they were
 * when it opened. Three statements.
 */
export async function findPreparedForm(
  db: Own,
  municipalityId: string,
  call: Pick<DataCall, 'id' | 'state'>,
): Promise<CallForm> {
  const form = await findCallForm(db, municipalityId, call.id)
  if (call.state !== 'draft') return form
  const now = new Map((await findElements(db, municipalityId)).map((one) => [one.id, one]))
  return {
    ...form,
    elements: form.elements.map((element) => {
      const current = now.get(element.elementId)
      return current ? { ...element, ...definitionOf(current) } : element
    }),
  }
}

/** Rows of a call's elements as they are stored, withdrawn ones too. */
export const findElementRows = (db: Own, municipalityId: string, callId: string) =>
  db
    .selectFrom('collection.call_element')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .orderBy('position')
    .execute()

/** Rows of a call's checks as they are stored, withdrawn ones too. */
export const findCheckRows = (db: Own, municipalityId: string, callId: string) =>
  db
    .selectFrom('collection.call_check')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .orderBy('position')
    .execute()

/** Keys of every call of a municipality that the reader may see, so that a new one gets another. */
export async function findCallKeys(db: Own, municipalityId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('collection.data_call')
    .select('key')
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Set(rows.map(({ key }) => key))
}
