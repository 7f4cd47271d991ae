/** What of a strategy is edited on its working twin, as the address says it. */
export const PLAN_PARTS = [
  'koncepcija',
  'merki',
  'virzieni',
  'vertibas',
  'apstakli',
  'ieteikumi',
  'darbibas',
  'raditaji',
] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** What of an action is edited on its working twin. */
export const ACTION_PARTS = ['statuss', 'apraksts', 'pieradijumi'] as const
export type ActionPart = (typeof ACTION_PARTS)[number]

/** Who answers for an action, and what hangs on it: each is edited by itself. */
export const ACTION_SECTIONS = [
  'atbildigais',
  'dalibnieki',
  'starprezultati',
  'finansejums',
  'darbi',
] as const
export type ActionSection = (typeof ACTION_SECTIONS)[number]

/** Value of {@link PART} by which all programmes are edited at once. */
export const MATRIX = 'matrica'

/** Parameters: which part, which row of it by its code, which period, which kind, and a file just handed in. */
export const PART = 'dala'
export const ROW = 'kods'
export const PERIOD = 'par'
export const KIND = 'veids'
export const FILE = 'datne'
/** The plan that a page of the workplace goes back to; the current one without it. */
export const PLAN = 'plans'
/** Value of {@link ROW} that asks for a form to add one. */
export const NEW = '+'

export const readPlanPart = (query: URLSearchParams): PlanPart =>
  PLAN_PARTS.find((part) => part === query.get(PART)) ?? 'koncepcija'

export const readActionPart = (query: URLSearchParams): ActionPart =>
  ACTION_PARTS.find((part) => part === query.get(PART)) ?? 'statuss'

export const readActionSection = (query: URLSearchParams): ActionSection | undefined =>
  ACTION_SECTIONS.find((section) => section === query.get(PART))

/** Address of a working twin with what is asked of it. */
export const twinOf = (address: string, query: Readonly<Record<string, string | undefined>> = {}) => {
  const asked = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return `${address}/labot${asked.size > 0 ? `?${asked}` : ''}`
}
