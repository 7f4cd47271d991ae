import { findGroups, findPersonsCalled } from '#modules/people.server'
import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Option } from '#platform/forms/pick-field.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { holdingsReader, type NamesOf } from './holdings.server.ts'

/** Over what a role can be given in a place, by level. */
export type ScopeOptions = {
  isWhole: 'country' | 'municipality' | null
  institutions: Option[]
  groups: Option[]
  persons: Option[]
}

const MOST_PERSONS = 50

/**
 * Over what a role can be given: the whole, institutions, groups, and those persons whose names hold what was typed.
 * To whoever gives rights from the country, groups and persons are not shown.
 *
 * @param typed two letters at least
 */
export function readScopeOptions(
  db: Database,
  { placeId, reader }: NamesOf,
  { role, typed, language }: { role: Role; typed: string; language: keyof LocalText },
): Promise<ScopeOptions> {
  const levels: readonly string[] = ROLES[role]
  const wholes = placeId === COUNTRY ? (['country'] as const) : (['municipality'] as const)
  const isWhole = wholes.find((whole) => levels.includes(whole)) ?? null
  const nothing = { isWhole, institutions: [], groups: [], persons: [] }
  if (placeId === COUNTRY) return Promise.resolve(nothing)
  const today = municipalDay()
  return readAs(db, holdingsReader(placeId, reader), async (tx) => {
    const institutions = (await findInstitutions(tx, placeId)).map((institution) => ({
      value: `institution:${institution.id}`,
      label: institutionNear(institution, today).name[language],
    }))
    const nameOf = new Map(institutions.map(({ value, label }) => [value, label]))
    const groups = levels.includes('group') ? await findGroups(tx, placeId) : []
    const persons =
      levels.includes('person') && typed.length > 1
        ? await findPersonsCalled(tx, placeId, typed, MOST_PERSONS)
        : []
    return {
      isWhole,
      institutions: levels.includes('institution') ? institutions : [],
      groups: groups
        .filter(({ validTo }) => validTo === null || today < validTo)
        .map(({ groupId, name, institutionId }) => ({
          value: `group:${groupId}`,
          label: [name, nameOf.get(`institution:${institutionId}`)].filter(Boolean).join(', '),
        })),
      persons: persons.map(({ personId, name }) => ({ value: `person:${personId}`, label: name })),
    }
  })
}
