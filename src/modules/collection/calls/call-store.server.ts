import type { Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { ElementDefinition } from '../definition.ts'
import type { CallElement, CallForm, DataCall } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>
type CallRow = CollectionTables['collection.data_call']

/** Calls of a municipality that the reader may see, those due last first. */
export async function findCalls(db: Own, municipalityId: string): Promise<DataCall[]> {
  const rows = await ofMunicipality(db, municipalityId).orderBy('due_at', 'desc').orderBy('key').execute()
  return rows.map(callOf)
}

/** One call by its key; undefined where there is none that the reader may see. */
export async function findCall(db: Own, municipalityId: string, key: string): Promise<DataCall | undefined> {
  const row = await ofMunicipality(db, municipalityId).where('key', '=', key).executeTakeFirst()
  return row && callOf(row)
}

/** What a call asks, in its order. Two statements. */
export const findCallForm = async (db: Own, municipalityId: string, callId: string): Promise<CallForm> =>
  (await findForms(db, municipalityId, callId)).get(callId) ?? { elements: [], checks: [] }

/** What each call of a municipality asks that the reader may see, by the call's id. Two statements. */
export const findCallForms = (db: Own, municipalityId: string): Promise<ReadonlyMap<string, CallForm>> =>
  findForms(db, municipalityId)

async function findForms(db: Own, municipalityId: string, callId?: string): Promise<Map<string, CallForm>> {
  const elements = await db
    .selectFrom('collection.call_element')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)
    .$if(callId !== undefined, (query) => query.where('call_id', '=', callId ?? ''))
    .orderBy('position')
    .execute()
  const checks = await db
    .selectFrom('collection.call_check')
    .select(['call_id', 'key', 'position', 'expression', 'severity', 'message_lv', 'message_en'])
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)
    .$if(callId !== undefined, (query) => query.where('call_id', '=', callId ?? ''))
    .orderBy('position')
    .execute()
  const byCall = Map.groupBy(elements, ({ call_id }) => call_id)
  const checksOf = Map.groupBy(checks, ({ call_id }) => call_id)
  const ids = new Set([...byCall.keys(), ...checksOf.keys()])
  return new Map(
    [...ids].map((id) => [
      id,
      {
        elements: (byCall.get(id) ?? []).map(elementOf),
        checks: (checksOf.get(id) ?? []).map(({ call_id: _, message_lv, message_en, ...check }) => ({
          ...check,
          message: { lv: message_lv, en: message_en },
        })),
      },
    ]),
  )
}

const ofMunicipality = (db: Own, municipalityId: string) =>
  db
    .selectFrom('collection.data_call')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)

const callOf = (row: CallRow): DataCall => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  state: row.state,
  title: { lv: row.title_lv, en: row.title_en },
  purpose: { lv: row.purpose_lv, en: row.purpose_en },
  legalBasis: { lv: row.legal_basis_lv, en: row.legal_basis_en },
  use: { lv: row.use_lv, en: row.use_en },
  period: row.period,
  opensAt: row.opens_at,
  dueAt: row.due_at,
  locksAt: row.locks_at,
  audience: row.audience,
  responsibleId: row.responsible_id,
  deputyId: row.deputy_id,
  estimatedMinutes: row.estimated_minutes,
  templateId: row.template_id,
  withdrawnReason: row.withdrawn_reason ?? null,
  version: row.revision,
})

const elementOf = (row: CollectionTables['collection.call_element']): CallElement => ({
  ...ElementDefinition.parse(row.definition),
  elementId: row.element_id,
  position: row.position,
  section: localText(row.section_lv, row.section_en),
  isRequired: row.is_required,
  reuse: row.reuse,
})

const localText = (lv: string | null, en: string | null): LocalText | null =>
  lv === null ? null : { lv, en: en ?? lv }
