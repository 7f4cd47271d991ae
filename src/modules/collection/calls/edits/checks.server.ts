import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, line } from '#platform/editing/fields.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import type { Check, DataCall } from '../../model.ts'
import { CALL_CHECKS, checkRow } from '../call-rows.ts'
import { expressionComplaint } from '../expression-complaint.ts'
import { findCheckRows, findPreparedForm } from '../prepared-store.server.ts'
import { demandDraft } from './demand-draft.ts'
import { Found, localIn, typedIn } from './typed.ts'

const EMPTY_ROWS = 3

type About = { municipalityId: string; rowName: (number: number) => string }

/** What must hold of the answers to a call. */
export async function makeChecksEdit(
  tx: DatabaseTransaction,
  { municipalityId, rowName }: About,
  call: DataCall,
): Promise<Edit> {
  demandDraft(call)
  const form = await findPreparedForm(tx, municipalityId, call)
  const numbers = Array.from({ length: form.checks.length + EMPTY_ROWS }, (_, place) => place + 1)
  return {
    place: { municipalityId },
    capability: 'collection.call.edit',
    action: 'call.edited',
    subject: call.key,
    stream: 'collection',
    isPublic: false,
    fields: numbers.flatMap((number) => rowFields(number, rowName(number))),
    read: async (reading) => {
      const stored = await findCheckRows(reading, municipalityId, call.id)
      const shown = stored.filter(({ withdrawn_at }) => withdrawn_at === null)
      const values = shown.map((row, place) => ({
        [`${place + 1}.expression`]: row.expression,
        [`${place + 1}.severity`]: row.severity,
        [`${place + 1}.message_lv`]: row.message_lv,
        [`${place + 1}.message_en`]: row.message_en,
      }))
      const version = stored.reduce((sum, { revision }) => sum + revision, 0)
      return { version, values: Object.assign({}, ...values) }
    },
    write: async (writing, change, typed) => {
      const found = new Found()
      const stored = await findCheckRows(writing, municipalityId, call.id)
      const shown = stored.filter(({ withdrawn_at }) => withdrawn_at === null)
      const used = new Set(stored.map(({ key }) => key))
      const checks = numbers.flatMap((number): Check[] => {
        const read = readCheck(typed, number, found)
        if (!read) return []
        found.add(`${number}.expression`, expressionComplaint(read.expression, form))
        const key = shown[number - 1]?.key ?? freeKey(used)
        return [{ ...read, key, position: number }]
      })
      if (!found.isEmpty) return found.complaints
      const kept = new Set(checks.map(({ key }) => key))
      for (const row of shown) if (!kept.has(row.key)) await withdraw(writing, change, CALL_CHECKS, row)
      const rows = checks.map((check, position) => checkRow(call.id, { ...check, position }))
      await revise(writing, change, CALL_CHECKS, rows)
      return undefined
    },
  }
}

function rowFields(number: number, row: string): EditField[] {
  const severities = (['hard', 'soft'] as const).map((value) => ({
    value,
    label: `collection.check.${value}` as const,
  }))
  return [
    {
      ...line(`${number}.expression`, 'collection.check.expression', {
        hint: 'collection.check.expression.hint',
        maximumLength: 1000,
      }),
      row,
    },
    { ...choice(`${number}.severity`, 'collection.check.severity', severities), row },
    { ...line(`${number}.message_lv`, 'collection.check.messageLv', { maximumLength: 300 }), row },
    {
      ...line(`${number}.message_en`, 'collection.check.messageEn', {
        hint: 'collection.edit.en.hint',
        maximumLength: 300,
      }),
      row,
      isMore: true,
    },
  ]
}

/** A check as it was typed; undefined where its row is empty. */
function readCheck(typed: Typed, number: number, found: Found): Omit<Check, 'key' | 'position'> | undefined {
  const expression = typedIn(typed, `${number}.expression`)
  const message = localIn(typed, `${number}.message`)
  if (expression === '' && message === null) return undefined
  if (expression === '') found.add(`${number}.expression`, { reason: 'platform.form.missing' })
  if (message === null) found.add(`${number}.message_lv`, { reason: 'collection.check.message.missing' })
  const severity = typed[`${number}.severity`] === 'soft' ? 'soft' : 'hard'
  return { expression, severity, message: message ?? { lv: '', en: '' } }
}

/** The next key that no check of the call has or had. */
function freeKey(used: Set<string>): string {
  let number = used.size + 1
  while (used.has(`check_${number}`)) number += 1
  const key = `check_${number}`
  used.add(key)
  return key
}
