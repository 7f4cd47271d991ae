import type { Option, Typed } from '#platform/editing/edit.ts'
import type { Complaint, Complaints, Field } from '#platform/forms/form.ts'
import { fold } from '#platform/texts/fold.ts'
import { isPlainPart, type Voice } from '../voices.ts'
import type { SittingItem } from './decide.service.server.ts'
import { readGroup, readSeen } from './decision-fields.ts'
import { LEAST_PRESENT } from './may-decide.ts'
import type { Group } from './round.ts'

export const SITTING_ACTS = ['accept', 'return'] as const

const LONGEST = 1000
const name = (part: 'act' | 'remark' | 'objection' | 'seen', action: string) => `${part}.${action}`

/** The fields about one action that a group decides on together with others. */
export function sittingFields(action: string) {
  const field = (part: Parameters<typeof name>[0], label: Field['label'], hint?: Field['hint']): Field => ({
    name: name(part, action),
    label,
    labelValues: { action },
    hint,
    // What is not chosen is decided later, which is a choice too.
    isRequired: part === 'act',
    maximumLength: part === 'act' ? undefined : LONGEST,
  })
  return {
    act: field('act', 'strategy.round.sitting.act'),
    remark: field('remark', 'strategy.round.sitting.remark', 'strategy.round.decide.remark.hint'),
    objection: field(
      'objection',
      'strategy.round.sitting.objection',
      'strategy.round.sitting.objection.hint',
    ),
    seen: name('seen', action),
  }
}

/**
 * What a group has decided on several actions, as it was typed, or everything that is wrong with it. Whoever objects to one
 * action has objected to that one, whatever they said to the others; the remark made to all of them is kept too.
 */
export function readSitting(
  typed: Typed,
  actions: readonly string[],
  accounts: readonly Option[],
  given: { name: string; today: string },
): { items: SittingItem[] } | { complaints: Complaints } {
  const read = readGroup(typed, accounts, given)
  const group = 'group' in read ? read.group : { name: given.name, decidedOn: given.today, voices: [] }
  const complaints: Record<string, readonly Complaint[]> = 'complaints' in read ? { ...read.complaints } : {}
  if ('group' in read && group.voices.length < LEAST_PRESENT)
    complaints['voice.1.who'] = [{ reason: 'strategy.round.decide.group' }]
  const items = actions.flatMap((action): SittingItem[] => {
    const [act, remark, objection, seen] = (['act', 'remark', 'objection', 'seen'] as const).map((part) =>
      (typed[name(part, action)] ?? '').trim(),
    ) as [string, string, string, string]
    const known = SITTING_ACTS.find((one) => one === act)
    if (!known) {
      // What was typed about an action must not be lost because nothing was chosen for it.
      if (remark !== '' || objection !== '')
        complaints[name('act', action)] = [{ reason: 'strategy.round.sitting.actNeeded' }]
      return []
    }
    if (known === 'return' && remark === '')
      complaints[name('remark', action)] = [{ reason: 'strategy.round.decide.remarkNeeded' }]
    if (known === 'accept' && remark !== '')
      complaints[name('remark', action)] = [{ reason: 'strategy.round.sitting.remarkOnlyReturned' }]
    if (remark.length > LONGEST) complaints[name('remark', action)] = [TOO_LONG]
    if (objection.length > LONGEST) complaints[name('objection', action)] = [TOO_LONG]
    const objected = withObjections(group, objection)
    if ('reason' in objected) complaints[name('objection', action)] = [objected]
    const own = 'reason' in objected ? group : objected
    const kind = known === 'accept' ? 'accepted' : 'returned'
    return [{ action, seen: readSeen(seen), kind, remark: kind === 'returned' ? remark : null, group: own }]
  })
  if (items.length === 0 && Object.keys(complaints).length === 0)
    complaints[''] = [{ reason: 'strategy.round.sitting.nothing' }]
  return Object.keys(complaints).length > 0 ? { complaints } : { items }
}

const TOO_LONG: Complaint = { reason: 'platform.form.long', values: { count: LONGEST } }

/** The group with those who objected to one action, each in a line: `Name: why`; or what is wrong with the lines. */
function withObjections(group: Group, typed: string): Group | Complaint {
  let voices: readonly Voice[] = group.voices
  for (const line of typed.split('\n').filter((one) => one.trim() !== '')) {
    const [who = '', ...rest] = line.split(':')
    const why = rest.join(':').trim()
    const isPresent = voices.some((voice) => fold(voice.who) === fold(who.trim()))
    if (!isPresent || why === '') return { reason: 'strategy.round.sitting.objection.form' }
    if (!isPlainPart(why)) return { reason: 'strategy.edit.voice.form' }
    voices = voices.map((voice) =>
      fold(voice.who) === fold(who.trim())
        ? {
            ...voice,
            stance: 'objected',
            remark: voice.remark && voice.remark !== why ? `${why} (${voice.remark})` : why,
          }
        : voice,
    )
  }
  return { ...group, voices }
}
