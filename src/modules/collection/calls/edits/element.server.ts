import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { revise } from '#platform/write/revise.server.ts'
import { elementAddress } from '../../addresses.ts'
import type { Element } from '../../model.ts'
import { type BothTexts, kindWords } from '../both-texts.ts'
import { elementRow } from '../element-rows.ts'
import { findElement, type StoredElement } from '../element-store.server.ts'
import { writeColumns, writeOptions } from '../option-lines.ts'
import { elementFields } from './element-fields.ts'
import { readElement } from './read-element.ts'
import { asTypedLocal } from './typed.ts'

type About = { municipalityId: string; slug: string; key: string | undefined; texts: BothTexts }

/** An element of the dictionary, or a new one. What open calls ask stays as it was when they opened. */
export async function makeElementEdit(tx: DatabaseTransaction, about: About) {
  const { municipalityId, slug, key, texts } = about
  const stored = key === undefined ? undefined : await findElement(tx, municipalityId, key)
  if (key !== undefined && !stored) refuse(404, 'platform.refused.absent')
  const isPublic = stored?.isPublic ?? false
  const edit: Edit = {
    place: { municipalityId },
    capability: 'collection.call.edit',
    action: stored ? 'element.edited' : 'element.added',
    subject: key ?? 'element',
    stream: isPublic ? 'figures' : 'collection',
    isPublic,
    fields: elementFields({ isNew: stored === undefined }),
    afterwards: (typed) => elementAddress(slug, key ?? keyIn(typed)),
    read: async (reading) => {
      if (key === undefined) return { version: 0, values: {} }
      const now = await findElement(reading, municipalityId, key)
      return now && { version: now.version, values: asTypedElement(now, texts) }
    },
    write: async (writing, change, typed) => {
      const taken = key === undefined ? await findElement(writing, municipalityId, keyIn(typed)) : undefined
      const read = readElement(typed, { key: key ?? keyIn(typed), isTaken: taken !== undefined, texts })
      if ('complaints' in read) return read.complaints
      const row = elementRow({ ...read.element, id: stored?.id ?? uuidv7() })
      await revise(writing, change, { table: 'collection.element', key: ['key'], hasId: true }, [row])
      return undefined
    },
  }
  return { edit, element: stored }
}

const keyIn = (typed: Typed) => (typed.key ?? '').trim().toLowerCase()

function asTypedElement(element: StoredElement, texts: BothTexts): Typed {
  return {
    ...asTypedLocal('name', element.name),
    ...asTypedLocal('help', element.help),
    ...asTypedLocal('reason', element.reason),
    kind: element.kind,
    unit: element.unit ?? '',
    choices: writeOptions(element.choices),
    rows: writeOptions(element.rows),
    columns: writeColumns(element.columns, kindWords(texts)),
    computed: element.computed ?? '',
    ...ticked('is_minimum', element.isMinimum),
    ...ticked('is_about_people', element.isAboutPeople),
    register: element.register ?? '',
  }
}

const ticked = (name: string, isSo: Element['isMinimum']) => (isSo ? { [name]: 'yes' } : {})
