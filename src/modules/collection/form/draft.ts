import type { Answers } from '../model.ts'
import { type Edit, foldEdits } from './edits.ts'
import { inputsOf } from './fields.ts'
import { typedOf } from './read-answers.ts'

type Typed = Readonly<Record<string, string>>

/** What a form is drawn from, the first where nothing later says otherwise. */
export type Ground = {
  /** Answers that are held already and offered, by field. */
  reused: Answers
  /** What was handed in last; empty before the first time. */
  handed: Answers
  edits: readonly Edit[]
}

/**
 * What stands in the inputs of a form. What is offered for reuse stands only in fields that nobody has touched, and in
 * none once something was handed in: a blank is then meant.
 *
 * @param number of the newest edit that counts; all of them without it
 */
export function draftOf({ reused, handed, edits }: Ground, number = Number.POSITIVE_INFINITY): Typed {
  const { from } = foldEdits(edits.filter((edit) => edit.number <= number))
  const untouched = [...reused].filter(
    ([field]) => handed.size === 0 && Object.values(inputsOf(field)).every((input) => !from.has(input)),
  )
  const typed: Record<string, string> = { ...typedOf(new Map(untouched)), ...typedOf(handed) }
  for (const [input, { fields }] of from) typed[input] = fields[input] ?? ''
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
}

/**
 * Inputs that were typed over, with what stands in them now; blank where something was taken out.
 *
 * @param inputs those that were sent: what a form does not have is not taken for a blank
 */
export function changesOf(drawn: Typed, posted: Typed): Record<string, string> {
  return Object.fromEntries(Object.entries(posted).filter(([input, text]) => text !== (drawn[input] ?? '')))
}

/** Something typed that somebody else's text was kept before. */
export type HeldText = { text: string; accountId: string; at: Date }

/** Texts that are held beside and that nobody has typed over since, by their inputs. */
export function heldIn(edits: readonly Edit[], standing: Typed): Map<string, HeldText> {
  const held = new Map<string, HeldText>()
  for (const edit of [...edits].sort((a, b) => a.number - b.number)) {
    for (const input of Object.keys(edit.fields)) held.delete(input)
    for (const [input, text] of Object.entries(edit.held))
      if (text !== (standing[input] ?? '')) held.set(input, { text, accountId: edit.accountId, at: edit.at })
  }
  return held
}

/** Who has typed into a form, each with the last time, the latest first. */
export function writersOf(edits: readonly Edit[]): { accountId: string; at: Date }[] {
  const last = new Map<string, Date>()
  for (const { accountId, at } of edits) {
    const known = last.get(accountId)
    if (!known || known < at) last.set(accountId, at)
  }
  return [...last]
    .map(([accountId, at]) => ({ accountId, at }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}
