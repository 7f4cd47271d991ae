import { COLUMN_OF, LEVELS, type Level } from '#platform/rights/levels.ts'
import type { Scope } from '#platform/rights/scope.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

export type Place = {
  /** The narrowest thing that it has in common with the first place. */
  where: 'person' | 'group' | 'institution' | 'municipality' | 'country'
  municipality_id: string
  institution_id: string
  group_id: string
  person_id: string
}

/** From near to far: the same person, class, school and town, and another town. */
export const PLACES: readonly Place[] = (
  [
    ['person', 1, 11, 21, 31],
    ['group', 1, 11, 21, 32],
    ['institution', 1, 11, 22, 33],
    ['municipality', 1, 12, 23, 34],
    ['country', 2, 13, 24, 35],
  ] as const
).map(([where, municipality, institution, group, person]) => ({
  where,
  municipality_id: id(municipality),
  institution_id: id(institution),
  group_id: id(group),
  person_id: id(person),
}))

export const [HERE, , , , ELSEWHERE] = PLACES as [Place, Place, Place, Place, Place]

/** The scope of a level that the first place lies in. */
export function scopeHere(level: Level): Scope {
  if (level === 'country') return { kind: 'country' }
  const municipalityId = HERE.municipality_id
  return level === 'municipality'
    ? { kind: 'municipality', municipalityId }
    : { kind: level, municipalityId, id: HERE[COLUMN_OF[level]] }
}

/** Whether a scope of the level around the first place takes in the other place. */
export function takesIn(level: Level, { where }: Place): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(where)
}

/** A row somewhere, public or not. */
export type Row = Place & { is_public: boolean }
export const ROWS: readonly Row[] = PLACES.flatMap((place) => [
  { ...place, is_public: true },
  { ...place, is_public: false },
])
