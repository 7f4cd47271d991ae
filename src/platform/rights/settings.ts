import './platform-capabilities.ts'
import { refuse } from '../refuse.ts'
import { capabilitiesOf, currentGrants, type User } from '../users.ts'
import type { Capability } from './capabilities.ts'
import { PRESENT } from './declaration.ts'
import type { Scope } from './scope.ts'

/** What a transaction needs of somebody's rights; what is left out is not narrowed. */
export type Within = {
  /** Municipality of the address: scopes in others are left away. */
  municipalityId?: string | undefined
  /** Capabilities that the work asks for. */
  capabilities?: readonly Capability[]
}

/** More ids than this in one setting make queries slow, and ask for a wider scope. */
export const MOST_IDS = 300

/**
 * The settings by which policies know what somebody may reach: one for each capability and level, a list of
 * ids as PostgreSQL writes arrays, or the word `yes` for the country.
 *
 * @param day on which grants must hold, `YYYY-MM-DD`
 * @throws a refusal when one capability would reach more than 300 single places
 */
export function settingsOf(user: User, within: Within, day?: string): Record<string, string> {
  const reached = new Map<string, Set<string>>()
  const add = (setting: string, id: string) =>
    reached.set(setting, (reached.get(setting) ?? new Set()).add(id))
  for (const grant of currentGrants(user, day)) {
    const { scope } = grant
    if (!isWithin(scope, within)) continue
    add(`${PRESENT}.${scope.kind === 'country' ? 'country' : 'municipality'}`, presenceOf(scope))
    for (const capability of capabilitiesOf(grant)) {
      if (within.capabilities && !within.capabilities.includes(capability)) continue
      add(`${capability}.${scope.kind}`, idOf(scope))
    }
  }
  return Object.fromEntries(
    [...reached].map(([setting, ids]) => [`izaugsme.${setting}`, listOf(setting, ids)]),
  )
}

const isWithin = (scope: Scope, { municipalityId }: Within) =>
  municipalityId === undefined || scope.kind === 'country' || scope.municipalityId === municipalityId

const YES = 'yes'
const presenceOf = (scope: Scope) => (scope.kind === 'country' ? YES : scope.municipalityId)

function idOf(scope: Scope) {
  if (scope.kind === 'country') return YES
  return scope.kind === 'municipality' ? scope.municipalityId : scope.id
}

function listOf(setting: string, ids: ReadonlySet<string>) {
  if (setting.endsWith('.country')) return YES
  if (ids.size > MOST_IDS) refuse(403, 'platform.refused.wide')
  return `{${[...ids].join()}}`
}
