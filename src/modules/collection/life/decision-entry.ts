import { z } from 'zod'
import type { Complaint, Complaints, FieldMeta, Field as FormField } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import type { Remark } from '../model.ts'

const LONGEST = 1000
const words = () => typedText({ minimum: 3, maximum: LONGEST, hasLines: true })

/** Which version and decision the form was drawn from, as `2.1`. */
const seen = z
  .string()
  .regex(/^\d{1,6}\.\d{1,6}$/)
  .transform((text) => {
    const [version = 0, decision = 0] = text.split('.').map(Number)
    return { version, decision }
  })

export const writeSeen = ({ version, decision }: { version: number; decision: number }) =>
  `${version}.${decision}`

const AcceptEntry = z.object({ act: z.literal('accept'), seen })

export const ReturnEntry = z.object({
  act: z.literal('return'),
  seen,
  reason: words()
    .meta({ label: 'collection.life.decide.reason' } satisfies FieldMeta)
    .optional(),
})

export const ReopenEntry = z.object({
  act: z.literal('reopen'),
  seen,
  why: words().meta({ label: 'collection.life.decide.reopen.reason' } satisfies FieldMeta),
})

/** What is decided on what was handed in. */
export const DecisionEntry = z.discriminatedUnion('act', [AcceptEntry, ReturnEntry, ReopenEntry])

const REMARK = 'remark:'

/** The input in which a remark at a field is typed. */
export const remarkField = (name: string, label: string): FormField => ({
  name: `${REMARK}${name}`,
  label: 'collection.life.decide.remark',
  labelValues: { field: label },
  hint: undefined,
  isRequired: false,
  maximumLength: LONGEST,
})

/** Remarks at fields as they were typed, with what is wrong with them. */
export function readRemarks(
  entered: Readonly<Record<string, string>>,
  fields: ReadonlySet<string>,
): { remarks: Remark[]; complaints: Complaints } {
  const remarks: Remark[] = []
  const complaints: Record<string, readonly Complaint[]> = {}
  for (const [name, typed] of Object.entries(entered)) {
    if (!name.startsWith(REMARK) || typed.trim() === '') continue
    const field = name.slice(REMARK.length)
    const read = words().safeParse(typed)
    if (!fields.has(field)) complaints[''] = [{ reason: 'collection.life.decide.noField' }]
    else if (read.success) remarks.push({ field, text: read.data })
    else {
      const isShort = typed.trim().length < 3
      const reason = isShort ? 'platform.form.short' : 'platform.form.long'
      complaints[name] = [{ reason, values: { count: isShort ? 3 : LONGEST } }]
    }
  }
  return { remarks, complaints }
}
