/** How far a right reaches, from the widest to the narrowest. */
export const LEVELS = ['country', 'municipality', 'institution', 'group', 'person'] as const
export type Level = (typeof LEVELS)[number]

/** Column that says, in a table, whose row it is at each level. */
export const COLUMN_OF = {
  municipality: 'municipality_id',
  institution: 'institution_id',
  group: 'group_id',
  person: 'person_id',
} as const satisfies Record<Exclude<Level, 'country'>, string>

/** The levels from the widest to the narrowest given, both included. */
export function levelsBetween(from: Level, reach: Level): Level[] {
  return LEVELS.slice(LEVELS.indexOf(from), LEVELS.indexOf(reach) + 1)
}
