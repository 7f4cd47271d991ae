import { validate as isUuid, v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import type { Upload } from '#platform/forms/form.ts'
import { readFields } from '#platform/forms/read-fields.server.ts'
import { FORM_WITH_FILES_BYTES } from '#platform/forms/read-form.server.ts'
import { withoutControls } from '#platform/forms/typed-text.ts'
import type { CallForm } from '../model.ts'
import { fieldsOf } from './fields.ts'
import { removalOf, uploadOf } from './post-names.ts'
import { inputsOfForm } from './read-entry.ts'

/** A form without photos is text, however many fields it has. */
const FORM_BYTES = 2 * 2 ** 20
/** Inputs of the form itself: what it was drawn from, its name, the button. */
const OWN_INPUTS = 12
/** What one can do with a form. */
const STEPS = ['save', 'check', 'submit'] as const
export type Step = (typeof STEPS)[number]

/** A form as it was sent: every input that came, as it was typed. */
export type Post = {
  typed: Readonly<Record<string, string>>
  photos: readonly { field: string; upload: Upload }[]
  /** Number of the newest edit that it was drawn from. */
  drawnFrom: number
  step: Step
  /** Whether it waited in a browser until there was a line again. */
  way: 'form' | 'offline'
  /** Names this sending by what is in it: the same sent twice is the same, and what was changed since is another. */
  once: string
  /** Whether all of it came. */
  isWhole: boolean
}

/**
 * Reads a form that was sent. Names that it does not have are left aside.
 *
 * @throws Refused (400) when what was sent is no form
 */
export async function readPost(request: Request, form: CallForm): Promise<Post> {
  const photoFields = fieldsOf(form.elements).flatMap(({ kind, name }) => (kind === 'photo' ? [name] : []))
  const limit = photoFields.length > 0 ? FORM_WITH_FILES_BYTES : FORM_BYTES
  const inputs = inputsOfForm(form)
  const most = { files: photoFields.length, parts: inputs.size + 2 * photoFields.length + OWN_INPUTS }
  const { fields, files, isWhole } = await readFields(request, limit, most)
  const all = new Map(fields)
  const typed = Object.fromEntries(
    [...all].flatMap(([name, text]) => (inputs.has(name) ? [[name, withoutControls(text)]] : [])),
  )
  for (const field of photoFields) if (all.get(removalOf(field)) === 'yes') typed[field] = ''
  const step = STEPS.find((one) => one === all.get('_do')) ?? 'save'
  const sent = all.get('_once') ?? ''
  return {
    typed,
    photos: files.flatMap(([name, upload]) => {
      const field = photoFields.find((one) => uploadOf(one) === name)
      return field ? [{ field, upload }] : []
    }),
    drawnFrom: Number(/^\d{1,9}$/.exec(all.get('_version') ?? '')?.[0] ?? 0),
    step,
    way: all.get('_way') === 'offline' ? 'offline' : 'form',
    once: uuidv5(JSON.stringify([step, typed]), isUuid(sent) ? sent : uuidv7()),
    isWhole,
  }
}
