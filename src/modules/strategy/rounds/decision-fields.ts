import { z } from 'zod'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Complaint, Complaints, Field } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { isDay } from '#platform/rights/day.ts'
import { fold } from '#platform/texts/fold.ts'
import { meetingFields, readVoiceRows } from '../edits/voice-fields.ts'
import { voicesIn } from '../voices.ts'
import type { Group } from './round.ts'

const VOICES = 6
/** So many may be present at a sitting; those after the first few stand behind some words. */
export const MOST_PRESENT = 12
const AT_HAND = 3

/** What a posted decision says besides who was present. */
export const DecisionForm = z.object({
  act: z.enum(['accept', 'return']),
  seen: z
    .string()
    .regex(/^\d{1,6}\.\d{1,6}$/, 'platform.form.invalid')
    .meta({ label: 'strategy.round.decide.title' }),
  remark: typedText({ minimum: 0, maximum: 1000, hasLines: true }).optional(),
})

export const remarkField: Field<'remark'> = {
  name: 'remark',
  label: 'strategy.round.decide.remark',
  hint: 'strategy.round.decide.remark.hint',
  isRequired: true,
  maximumLength: 1000,
}

/** The version and the decision that were seen, as a form carries them. */
export const writeSeen = ({ version, decision }: { version: number; decision: number }) =>
  `${version}.${decision}`

export function readSeen(seen: string) {
  const [version = 0, decision = 0] = seen.split('.').map(Number)
  return { version, decision }
}

/** Who decided, when they met, who was present and what each said. */
export function groupFields(accounts: readonly Option[], rows = VOICES): EditField[] {
  return meetingFields(rows, { accounts, isRequired: false })
    .filter(({ name }) => name !== 'decided_by_en')
    .map((field) => {
      const row = Number(/^voice\.(\d+)\./.exec(field.name)?.[1] ?? 0)
      return row > AT_HAND ? { ...field, foldedUnder: 'strategy.edit.voice.more' } : field
    })
}

/** The group as it was typed, or everything that is wrong with it: nobody is present twice. */
export function readGroup(
  typed: Typed,
  accounts: readonly Option[],
  given: { name: string; today: string },
): { group: Group } | { complaints: Complaints } {
  const { voices, complaints } = readVoiceRows(typed, MOST_PRESENT, accounts)
  const found: Record<string, Complaint[]> = { ...complaints }
  const present = voicesIn(voices)
  const decidedOn = (typed.decided_on ?? '').trim() || given.today
  if (!isDay(decidedOn)) found.decided_on = [{ reason: 'platform.form.day' }]
  else if (decidedOn > given.today) found.decided_on = [{ reason: 'strategy.round.decide.later' }]
  const names = present.map(({ who }) => fold(who))
  if (new Set(names).size < names.length) found['voice.1.who'] = [{ reason: 'strategy.round.decide.twice' }]
  if (Object.keys(found).length > 0) return { complaints: found }
  return { group: { name: (typed.decided_by_lv ?? '').trim() || given.name, decidedOn, voices: present } }
}
