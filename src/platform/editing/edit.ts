import { type Complaint, type Complaints, type Field, FormAnswer, type Meanwhile } from '../forms/form.ts'
import type { LocalText, TextKey } from '../texts/text.ts'

/** One of the values that a field can have. */
export type Option = { value: string; label: TextKey | LocalText }

/** A field of an edit form: what it is called and how it is filled in. */
export type EditField = Field & {
  control: 'line' | 'long' | 'choice' | 'day' | 'moment' | 'tick'
  /** For a choice; a field that need not be filled in can be left without any. */
  options?: readonly Option[]
  /** Of a row with many fields: seldom needed, so it stands behind “more”. */
  isMore?: boolean
  /** Seldom needed in a long form: it stands with its neighbours behind these words. */
  foldedUnder?: TextKey
}

/** What is typed, by the names of fields; those that begin with `_` are the form's own. */
export type Typed = Readonly<Record<string, string>>

/** What is stored, as it would be typed, and how often it has been changed. */
export type Stored = { version: number; values: Typed }

/** A field before and after. */
export type FieldChange = { name: string; before: string; after: string }

/** What saving would do: to the fields, and to whatever is worked out from them. */
export type Preview = {
  changes: readonly FieldChange[]
  /** What the page itself shows of it, before and after. */
  effects: { before: unknown; after: unknown } | null
}

/** A form on its way: with what is wrong, with what somebody else has saved, or with what saving would change. */
export class EditAnswer extends FormAnswer {
  readonly preview: Preview | null
  /** Names of fields that somebody else has changed and this writer has not: they show what was saved. */
  readonly taken: readonly string[]
  /** What was saved meanwhile is the very same. */
  readonly isSame: boolean

  constructor(
    status: FormAnswer['status'],
    entered: Typed,
    {
      complaints = {},
      meanwhile = null,
      preview = null,
      taken = [],
      isSame = false,
    }: {
      complaints?: Complaints
      meanwhile?: Meanwhile | null
      preview?: Preview | null
      taken?: readonly string[]
      isSame?: boolean
    } = {},
  ) {
    super(status, entered, complaints, meanwhile)
    this.preview = preview
    this.taken = taken
    this.isSame = isSame
  }
}

/** What an edit page shows before anything is sent. */
export type OpenedEdit = {
  /** Of the form, in its Latvian form. */
  address: string
  fields: readonly EditField[]
  /** What stands in the fields at first. */
  values: Typed
  /** What the form says of itself: the version that it was drawn from, and the values. */
  own: Typed
  draft: { at: Date; isShown: boolean } | undefined
  /** Where drafts are sent. */
  draftsAt: string
  /** Whether what is saved is everybody's at once. */
  isPublic: boolean
  /** When the change was saved that the address speaks of, as the journal tells. */
  savedAt: Date | undefined
}

/** A form's own fields. */
export const OWN = {
  why: '_why',
  version: '_version',
  /** The values that the form was drawn with, as JSON. */
  was: '_was',
  step: '_do',
} as const

/** Parameters of every edit page: what was saved, and whether the draft is to be shown. */
export const SAVED = 'saglabats'
export const DRAFT = 'melnraksts'
export const EDIT_PARAMETERS = [SAVED, DRAFT] as const

/** What must be typed to say why. */
const SHORTEST_REASON = 5
const LONGEST_REASON = 500

export const whyField = (isRequired: boolean): EditField => ({
  name: OWN.why,
  label: 'platform.edit.why',
  hint: 'platform.edit.why.hint',
  isRequired,
  maximumLength: LONGEST_REASON,
  control: 'line',
})

/** What is wrong with a reason; undefined when nothing is. */
export function complaintOfReason(why: string, isRequired: boolean): Complaint | undefined {
  const { length } = [...why.trim()]
  if (length === 0) return isRequired ? { reason: 'platform.edit.why.missing' } : undefined
  if (length < SHORTEST_REASON) return { reason: 'platform.form.short', values: { count: SHORTEST_REASON } }
  return length > LONGEST_REASON
    ? { reason: 'platform.form.long', values: { count: LONGEST_REASON } }
    : undefined
}

/** Fields that differ, in the order of the first. */
export const changesBetween = (before: Typed, after: Typed): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const change = { name, before: before[name] ?? '', after: after[name] ?? '' }
    return change.before === change.after ? [] : [change]
  })

/**
 * Brings together what somebody typed and what somebody else has saved meanwhile: where only the other has
 * changed a field, it shows what was saved; where both have, the writer's own text stays and both are shown.
 */
export function mergeTyped(was: Typed, typed: Typed, saved: Typed) {
  const entered: Record<string, string> = { ...typed }
  const taken: string[] = []
  for (const [name, value] of Object.entries(saved)) {
    const own = typed[name]
    if (own === undefined || own === value || was[name] === value || own !== was[name]) continue
    entered[name] = value
    taken.push(name)
  }
  return { entered, taken }
}

/** What is wrong with fields as such: nothing chosen that is not offered, nothing longer than it may be. */
export function complaintsOf(fields: readonly EditField[], typed: Typed): Complaints {
  const complaints: Record<string, Complaint[]> = {}
  for (const { name, options, maximumLength, isRequired } of fields) {
    const value = typed[name]?.trim() ?? ''
    if (value === '') {
      if (isRequired) complaints[name] = [{ reason: 'platform.form.missing' }]
    } else if (options && !options.some((option) => option.value === value)) {
      complaints[name] = [{ reason: 'platform.edit.notOffered' }]
    } else if (maximumLength !== undefined && [...value].length > maximumLength) {
      complaints[name] = [{ reason: 'platform.form.long', values: { count: maximumLength } }]
    }
  }
  return complaints
}
