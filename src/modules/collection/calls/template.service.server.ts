import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#platform/database/types.server.ts'
import { instantOf } from '#platform/moment.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import type { DataCall } from '../model.ts'
import { CALL_CHECKS, CALL_ELEMENTS, CALLS, callRow, checkRow } from './call-rows.ts'
import { definitionOf, elementRow } from './element-rows.ts'
import { findElements } from './element-store.server.ts'
import { freeAddressKey } from './made-key.ts'
import { findCallKeys } from './prepared-store.server.ts'
import type { CallTemplate } from './template.ts'
import { findTemplate, findTemplateKeys, findTemplateRow } from './template-store.server.ts'

const TEMPLATES = { table: 'collection.template', key: ['key'], hasId: true } as const

/** Whose a template is: a municipality's, or the country's for all of them. */
type Owner = { municipalityId: string }

const placeOf = ({ municipalityId }: Owner) => (municipalityId === COUNTRY ? 'country' : { municipalityId })

/** Templates of the country are everybody's to read; those of a municipality are its own. */
const intentOf = ({ municipalityId }: Owner, action: string, subject: string) => {
  const isPublic = municipalityId === COUNTRY
  return {
    municipalityId,
    stream: isPublic ? 'figures' : 'collection',
    origin: 'form',
    action,
    subject,
    isPublic,
    at: new Date(),
  } as const
}

/** Keeps a template, or publishes one of the country. Answers its key. */
export async function saveTemplate(
  db: Database,
  user: User,
  owner: Owner,
  template: CallTemplate,
): Promise<string> {
  demand(user, 'collection.template.edit', placeOf(owner))
  const intent = intentOf(owner, 'template.added', 'template')
  const { result } = await inChange(db, user, intent, async (tx, change) => {
    const key = freeAddressKey(template.title.lv, await findTemplateKeys(tx, owner.municipalityId))
    const row = {
      id: uuidv7(),
      key,
      kind: 'call',
      asks: 'institutions',
      definition: template,
      closes_at: null,
    } as const
    await revise(tx, change, TEMPLATES, [row])
    return key
  })
  return result
}

/** Takes a template back: calls that were made of it stay as they are. */
export async function withdrawTemplate(db: Database, user: User, { key, ...owner }: Owner & { key: string }) {
  demand(user, 'collection.template.edit', placeOf(owner))
  const intent = intentOf(owner, 'template.withdrawn', key)
  await inChange(db, user, intent, async (tx, change) => {
    const row =
      (await findTemplateRow(tx, owner.municipalityId, key)) ?? refuse(404, 'collection.template.notFound')
    await withdraw(tx, change, TEMPLATES, row)
  })
}

type Opened = { municipalityId: string; from: Owner; key: string }

/**
 * Makes a municipality's own draft of a template: its elements are found in the dictionary by their keys, and added
 * where they are not there. What the dictionary says of an element that is there stays.
 *
 * @returns the key of the draft
 */
export async function openTemplate(
  db: Database,
  user: User,
  { municipalityId, from, key }: Opened,
): Promise<string> {
  demand(user, 'collection.call.edit', { municipalityId })
  const intent = {
    municipalityId,
    stream: 'collection',
    origin: 'form',
    action: 'call.added',
    subject: key,
    isPublic: false,
    at: new Date(),
  } as const
  const { result } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const stored = await findTemplate(tx, from.municipalityId, key)
      if (!stored) return refuse(404, 'collection.template.notFound')
      const { template, id: templateId } = stored
      const known = new Map((await findElements(tx, municipalityId)).map((one) => [one.key, one]))
      const elements = template.elements.map(({ definition, ...rest }) => {
        const element = known.get(definition.key) ?? { ...definition, id: uuidv7() }
        return { element, ...rest, isNew: !known.has(definition.key) }
      })
      await revise(
        tx,
        change,
        { table: 'collection.element', key: ['key'], hasId: true },
        elements.filter(({ isNew }) => isNew).map(({ element }) => elementRow(element)),
      )
      const call = draftOf(template, templateId, await findCallKeys(tx, municipalityId))
      await revise(tx, change, CALLS, [callRow(call)])
      await revise(
        tx,
        change,
        CALL_ELEMENTS,
        elements.map(({ element, section, isRequired }, position) => ({
          call_id: call.id,
          element_id: element.id,
          position,
          section_lv: section?.lv ?? null,
          section_en: section?.en ?? null,
          is_required: isRequired,
          reuse: null,
          definition: definitionOf(element),
        })),
      )
      await revise(
        tx,
        change,
        CALL_CHECKS,
        template.checks.map((check, position) => checkRow(call.id, { ...check, position })),
      )
      return call.key
    },
    { municipalityId },
  )
  return result
}

function draftOf(template: CallTemplate, templateId: string, taken: ReadonlySet<string>) {
  const { title, purpose, legalBasis, use, period, estimatedMinutes } = template
  const at = (typed: string): Date => {
    const read = instantOf(typed)
    if (typeof read === 'string') throw new RangeError(`openTemplate: ${typed} is no moment`)
    return read
  }
  return {
    id: uuidv7(),
    key: freeAddressKey(`${title.lv} ${period}`, taken),
    kind: 'call',
    state: 'draft',
    title,
    purpose,
    legalBasis,
    use,
    period,
    estimatedMinutes,
    opensAt: at(template.opensAt),
    dueAt: at(template.dueAt),
    locksAt: at(template.locksAt),
    audience: { types: [], institutions: [], places: [] },
    responsibleId: null,
    deputyId: null,
    templateId,
  } satisfies Omit<DataCall, 'version'>
}
