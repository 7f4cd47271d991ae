import type { Speech } from '../i18n.tsx'
import type { TextKey } from '../texts/text.ts'
import { capabilitiesOf, type Grant } from '../users.ts'
import type { Capability } from './capabilities.ts'
import { lastDay } from './day.ts'
import type { Role } from './roles.ts'
import type { Scope } from './scope.ts'

/** What somebody is let see and do, a phrase each. */
export type Permitted = { sees: string[]; does: string[] }

/** A grant as a person reads it, computed from what decides. */
export type GrantInWords = Permitted & { role: string | undefined; where: string; when: string }

type Words = Pick<Speech, 'text' | 'say'>

/** Where the text of a capability stands: that of `people.record.read` is `people.capability.record.read`. */
export const capabilityKey = (capability: Capability): TextKey =>
  capability.replace('.', '.capability.') as TextKey

/** Whether a capability lets one look, and not change anything. */
export const isSeeing = (capability: Capability): boolean => capability.endsWith('.read')

/** What capabilities let one see and do. */
export function sayCapabilities(
  { text }: Pick<Speech, 'text'>,
  capabilities: readonly Capability[],
): Permitted {
  const phrases = (isWanted: (capability: Capability) => boolean) =>
    capabilities.filter(isWanted).map((capability) => text(capabilityKey(capability)))
  return { sees: phrases(isSeeing), does: phrases((capability) => !isSeeing(capability)) }
}

export const sayRole = ({ text }: Pick<Speech, 'text'>, role: Role): string => text(`platform.role.${role}`)

/**
 * What a grant lets its holder see and do, where, and on which days.
 *
 * @param nameOf what an institution, group or person is called
 */
export function sayGrant(words: Words, grant: Grant, nameOf: (id: string) => string): GrantInWords {
  return {
    ...sayCapabilities(words, capabilitiesOf(grant)),
    role: 'role' in grant ? sayRole(words, grant.role) : undefined,
    where: sayScope(words, grant.scope, nameOf),
    when: sayDays(words, grant),
  }
}

export const sayScope = (
  { text }: Pick<Speech, 'text'>,
  scope: Scope,
  nameOf: (id: string) => string,
): string => text(`platform.grant.over.${scope.kind}`, 'id' in scope ? { name: nameOf(scope.id) } : {})

/** From which day to which, the last one included. */
export function sayDays({ text, say }: Words, { validFrom, validTo }: Pick<Grant, 'validFrom' | 'validTo'>) {
  if (!validTo)
    return validFrom
      ? text('platform.grant.from', { from: say.day(validFrom) })
      : text('platform.grant.always')
  const to = say.day(lastDay(validTo))
  if (!validFrom) return text('platform.grant.until', { to })
  return validTo <= validFrom
    ? text('platform.grant.never')
    : text('platform.grant.between', { from: say.day(validFrom), to })
}
