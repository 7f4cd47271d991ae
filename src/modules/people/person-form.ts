import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { GROUP_KINDS, JOBS, PERSON_KINDS } from './model.ts'

const meta = (label: FieldMeta['label'], hint?: FieldMeta['hint']): FieldMeta => ({
  label,
  ...(hint ? { hint } : {}),
})
const name = (label: FieldMeta['label']) => typedText({ minimum: 1, maximum: 100 }).meta(meta(label))
const day = (label: FieldMeta['label'], hint?: FieldMeta['hint']) =>
  z.iso.date('people.day.wrong').meta(meta(label, hint))
const id = (label: FieldMeta['label'], hint?: FieldMeta['hint']) => z.uuid().meta(meta(label, hint))

/** A person who is registered. */
export const NewPerson = z.object({
  givenName: name('people.form.givenName'),
  familyName: name('people.form.familyName'),
  kind: z.enum(PERSON_KINDS).meta(meta('people.form.kind')),
  institution: id('people.form.institution'),
  group: id('people.form.group', 'people.form.group.hint').optional(),
  nationalId: z
    .string()
    .trim()
    .regex(/^\d{6}-?\d{5}$/, 'people.form.nationalId.wrong')
    .meta(meta('people.form.nationalId', 'people.form.nationalId.hint'))
    .optional(),
})

export const NameForm = z.object({
  givenName: name('people.form.givenName'),
  familyName: name('people.form.familyName'),
})

export const PostForm = z.object({
  institution: id('people.form.institution'),
  job: z.enum(JOBS).meta(meta('people.form.job')),
  from: day('people.form.from'),
  until: day('people.form.until', 'people.form.until.hint').optional(),
})

export const CHARGES = ['leadsClass', 'teaches'] as const
export const ChargeForm = z.object({
  charge: z.enum(CHARGES).meta(meta('people.form.charge')),
  group: id('people.form.group'),
  from: day('people.form.from'),
  until: day('people.form.until', 'people.form.until.hint').optional(),
})

export const MoveForm = z.object({
  institution: id('people.form.moveTo'),
  group: id('people.form.group', 'people.form.group.hint').optional(),
  on: day('people.form.moveOn'),
  reason: typedText({ minimum: 5, maximum: 500 }).meta(
    meta('people.form.moveReason', 'people.form.moveReason.hint'),
  ),
})

/** Which account is this person's. */
export const AccountForm = z.object({
  account: z.string().min(1).max(64).meta(meta('people.form.account', 'people.form.account.hint')),
})
/** No account is this person's any more. */
export const AccountAwayForm = z.object({})

export const EndForm = z.object({ id: z.uuid(), on: day('people.form.endOn') })

export const GroupForm = z.object({
  institution: id('people.form.institution'),
  kind: z.enum(GROUP_KINDS).meta(meta('people.form.groupKind')),
  name: typedText({ minimum: 1, maximum: 60 }).meta(
    meta('people.form.groupName', 'people.form.groupName.hint'),
  ),
  grade: z.coerce
    .number('people.form.grade.wrong')
    .int('people.form.grade.wrong')
    .min(1, 'people.form.grade.wrong')
    .max(12, 'people.form.grade.wrong')
    .meta(meta('people.form.grade'))
    .optional(),
  from: day('people.form.from'),
  until: day('people.form.until', 'people.form.until.hint').optional(),
})
