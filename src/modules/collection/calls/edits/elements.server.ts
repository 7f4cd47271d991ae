import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, line, tick } from '#platform/editing/fields.ts'
import type { Complaints } from '#platform/forms/form.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import type { DataCall } from '../../model.ts'
import { CALL_ELEMENTS } from '../call-rows.ts'
import { definitionOf } from '../element-rows.ts'
import { findElements, type StoredElement } from '../element-store.server.ts'
import { findElementRows } from '../prepared-store.server.ts'
import { demandDraft } from './demand-draft.ts'
import { Found, isTicked, localIn, typedIn } from './typed.ts'

/** So many empty rows stand below those that are there. */
const EMPTY_ROWS = 6

type About = { municipalityId: string; rowName: (number: number) => string }

/** What a call asks: which elements, in which order, under which headings, and which of them must be answered. */
export async function makeElementsEdit(
  tx: DatabaseTransaction,
  { municipalityId, rowName }: About,
  call: DataCall,
): Promise<Edit> {
  demandDraft(call)
  const elements = await findElements(tx, municipalityId)
  const rows = (await findElementRows(tx, municipalityId, call.id)).filter(isShownRow).length + EMPTY_ROWS
  const options = elements.map(({ id, name, key }) => ({
    value: id,
    label: { lv: `${name.lv} (${key})`, en: `${name.en} (${key})` },
  }))
  const numbers = Array.from({ length: rows }, (_, place) => place + 1)
  return {
    place: { municipalityId },
    capability: 'collection.call.edit',
    action: 'call.edited',
    subject: call.key,
    stream: 'collection',
    isPublic: false,
    fields: [
      tick('minimum', 'collection.call.takeMinimum', { hint: 'collection.call.takeMinimum.hint' }),
      ...numbers.flatMap((number) => rowFields(number, rowName(number), options)),
    ],
    read: async (reading) => {
      const stored = await findElementRows(reading, municipalityId, call.id)
      const values = stored.filter(isShownRow).map((row, place) => ({
        [`${place + 1}.element`]: row.element_id,
        [`${place + 1}.order`]: String(place + 1),
        [`${place + 1}.section_lv`]: row.section_lv ?? '',
        [`${place + 1}.section_en`]: row.section_en ?? '',
        ...(row.is_required ? { [`${place + 1}.required`]: 'yes' } : {}),
      }))
      return { version: sumOf(stored), values: Object.assign({}, ...values) }
    },
    write: (writing, change, typed) => writeElements(writing, change, { call, elements, numbers, typed }),
  }
}

const isShownRow = ({ withdrawn_at }: { withdrawn_at?: Date | null | undefined }) => withdrawn_at === null
const sumOf = (rows: readonly { revision: number }[]) => rows.reduce((sum, { revision }) => sum + revision, 0)

function rowFields(number: number, row: string, options: readonly Option[]): EditField[] {
  return [
    { ...choice(`${number}.element`, 'collection.element', options), row },
    { ...tick(`${number}.required`, 'collection.call.required'), row },
    { ...line(`${number}.order`, 'collection.call.order', { maximumLength: 3 }), row, isMore: true },
    { ...line(`${number}.section_lv`, 'collection.call.section', { maximumLength: 200 }), row, isMore: true },
    {
      ...line(`${number}.section_en`, 'collection.call.sectionEn', { maximumLength: 200 }),
      row,
      isMore: true,
    },
  ]
}

type Writing = {
  call: DataCall
  elements: readonly StoredElement[]
  numbers: readonly number[]
  typed: Typed
}

async function writeElements(
  tx: DatabaseTransaction,
  change: Change,
  { call, elements, numbers, typed }: Writing,
): Promise<Complaints | undefined> {
  const found = new Found()
  const chosen = new Map<string, { order: number; row: ReturnType<typeof rowOf> }>()
  const byId = new Map(elements.map((element) => [element.id, element]))
  for (const number of numbers) {
    const element = byId.get(typedIn(typed, `${number}.element`))
    if (!element) continue
    if (chosen.has(element.id)) found.add(`${number}.element`, { reason: 'collection.call.elementTwice' })
    const order = typedIn(typed, `${number}.order`)
    if (!/^\d{0,3}$/.test(order)) found.add(`${number}.order`, { reason: 'collection.call.order.form' })
    chosen.set(element.id, {
      order: order === '' ? number : Number(order),
      row: rowOf(call.id, element, typed, number),
    })
  }
  if (isTicked(typed, 'minimum'))
    for (const element of elements)
      if (element.isMinimum && !chosen.has(element.id))
        chosen.set(element.id, { order: Number.MAX_SAFE_INTEGER, row: rowOf(call.id, element, {}, 0) })
  if (!found.isEmpty) return found.complaints
  const rows = [...chosen.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ row }, position) => ({ ...row, position }))
  const stored = await findElementRows(tx, change.municipalityId, call.id)
  for (const row of stored.filter(isShownRow))
    if (!chosen.has(row.element_id)) await withdraw(tx, change, CALL_ELEMENTS, row)
  await revise(tx, change, CALL_ELEMENTS, rows)
  return undefined
}

function rowOf(callId: string, element: StoredElement, typed: Typed, number: number) {
  const section = localIn(typed, `${number}.section`)
  return {
    call_id: callId,
    element_id: element.id,
    position: number,
    section_lv: section?.lv ?? null,
    section_en: section?.en ?? null,
    is_required: isTicked(typed, `${number}.required`),
    reuse: null,
    definition: definitionOf(element),
  }
}
