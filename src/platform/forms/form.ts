import { z } from 'zod'
import type { Text, TextKey, TextValues } from '../texts/text.ts'

/** What is wrong with a field, as a text that can be said in the language of the page. */
export type Complaint = { reason: TextKey; values?: TextValues }
/** By name of the field; what is wrong with the form as a whole stands under the empty name. */
export type Complaints = Readonly<Record<string, readonly Complaint[]>>

/** What somebody else has saved while a form was being filled in. */
export type Meanwhile = { version: number; saved: Readonly<Record<string, string>> }

/** A form that comes back to who sent it, with all that was typed. An action returns it; nothing was done. */
export class FormAnswer {
  /** 200 where nothing is wrong and the form is shown for another look. */
  readonly status: 200 | 409 | 413 | 422 | 429 | 503
  readonly entered: Readonly<Record<string, string>>
  readonly complaints: Complaints
  readonly meanwhile: Meanwhile | null

  constructor(
    status: FormAnswer['status'],
    entered: FormAnswer['entered'],
    complaints: Complaints,
    meanwhile: Meanwhile | null = null,
  ) {
    this.status = status
    this.entered = entered
    this.complaints = complaints
    this.meanwhile = meanwhile
  }
}

/** What a field says about itself before anything is typed. */
export type Field<Name extends string = string> = {
  name: Name
  label: TextKey
  /** What is put into the label, as a number. */
  labelValues?: TextValues
  /** Which of several rows it belongs to, as a period; empty for one that is added. */
  row?: string
  hint: TextKey | undefined
  isRequired: boolean
  maximumLength: number | undefined
}

/** A file as it was handed in with a form. */
export type Upload = { name: string; bytes: Uint8Array }

/** A field of a form in which a file is handed in; what is in it is checked where it is kept. */
export const fileField = (meta: FieldMeta) =>
  z
    .custom<Upload>((value) => value !== undefined, 'platform.form.missing')
    .meta({ hint: 'platform.file.hint', ...meta })

/** What the schema of a field says about it: `typedText(…).meta({ label: 'work.report.text' })`. */
export type FieldMeta = { label: TextKey; hint?: TextKey }

type Described = {
  properties?: Record<string, { label?: TextKey; hint?: TextKey; maxLength?: number }>
  required?: string[]
}

/**
 * The fields of a form, from the one schema that also checks what is sent.
 *
 * @throws Error when a field has no label
 */
export function fieldsOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): { [Name in keyof Shape & string]: Field<Name> } {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Described
  const fields = Object.entries(properties).map(([name, { label, hint, maxLength }]) => {
    if (!label) throw new Error(`fieldsOf: the field ${name} has no label`)
    return [name, { name, label, hint, isRequired: required.includes(name), maximumLength: maxLength }]
  })
  return Object.fromEntries(fields)
}

/** What a field is called where its row does not stand beside it. */
export function sayField(
  { label, labelValues, row }: Pick<Field, 'label' | 'labelValues' | 'row'>,
  text: Text,
) {
  const said = text(label, labelValues)
  return row === undefined ? said : `${row || text('platform.edit.newRow')}: ${said}`
}
