import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { refuse } from '../refuse.ts'
import type { TextKey, TextValues } from '../texts/text.ts'
import { type Complaint, type Complaints, FormAnswer, type Meanwhile } from './form.ts'
import { readFields } from './read-fields.server.ts'
import { withoutControls } from './typed-text.ts'

const FORM_BYTES = 256 * 1024
/** Of a form with a file: as much as any body may have. */
export const FORM_WITH_FILES_BYTES = 26 * 2 ** 20
const Once = z.uuidv7()

/** What is said where a schema says nothing itself. */
const saidByDefault: z.core.$ZodErrorMap = (issue) =>
  issue.input === undefined ? 'platform.form.missing' : 'platform.form.invalid'

/**
 * Reads a posted form. Empty fields count as not filled in; names that begin with `_` are the form's own:
 * `_once` names this filling-in of the form, however often it is sent, and `_version` what it was drawn from.
 *
 * @param maximumBytes of the whole body; more is not read
 * @throws Refused (400) when what was sent is no form
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maximumBytes = FORM_BYTES,
) {
  const { fields, files, isWhole } = await readFields(request, maximumBytes)
  const entered: Record<string, string> = {}
  const filled: Record<string, unknown> = {}
  for (const [name, value] of fields) {
    entered[name] = withoutControls(value)
    if (value.trim() !== '' && !name.startsWith('_')) filled[name] = value
  }
  for (const [name, upload] of files) filled[name] ??= upload
  if (!isWhole) {
    const complaints = { '': [{ reason: 'platform.form.tooLarge' }] } as const
    return { ok: false as const, entered, answer: () => new FormAnswer(413, entered, complaints) }
  }
  const own = { once: readOnce(entered._once), version: readVersion(entered._version) }
  const parsed = schema.safeParse(filled, { error: saidByDefault })
  const found = parsed.success ? {} : complaintsOf(parsed.error.issues)
  /** The form again, with what is wrong with it; the caller may know of more. */
  const answer = (more: Complaints = {}, status: FormAnswer['status'] = 422) =>
    new FormAnswer(status, entered, { ...more, ...found })
  if (!parsed.success) return { ok: false as const, entered, answer }
  /** The form again, with what somebody else has saved meanwhile. */
  const answerMeanwhile = (meanwhile: Meanwhile) => new FormAnswer(409, entered, {}, meanwhile)
  return { ok: true as const, value: parsed.data, entered, ...own, answer, answerMeanwhile }
}

/** A form that comes without a name of its own, or with a made-up one, is a new one each time. */
const readOnce = (text: string | undefined) => Once.safeParse(text).data ?? uuidv7()

function readVersion(text = '') {
  if (!/^\d{0,15}$/.test(text)) refuse(400, 'platform.refused.form')
  return Number(text)
}

/** One thing at a time about each field: what comes after often follows from the first. */
function complaintsOf(issues: readonly z.core.$ZodIssue[]): Complaints {
  const complaints: Record<string, Complaint[]> = {}
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '')
    complaints[name] ??= [{ reason: issue.message as TextKey, values: valuesOf(issue) }]
  }
  return complaints
}

function valuesOf(issue: z.core.$ZodIssue): TextValues {
  if (issue.code === 'too_small') return { count: Number(issue.minimum) }
  if (issue.code === 'too_big') return { count: Number(issue.maximum) }
  return {}
}
