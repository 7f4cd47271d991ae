import type { Citation } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import type { WorksKind } from '../evidence.ts'

/** Somebody who takes part in an action, and what they do in it. */
export type Party = Citation & {
  action: string
  code: string
  /** Key of an institution of the municipality; null for anybody else. */
  institution: string | null
  name: LocalText
  part: LocalText
}

export const MILESTONE_KINDS = ['milestone', 'deliverable'] as const

/** Something to be reached, or handed over, on the way of an action. */
export type Milestone = Citation & {
  action: string
  code: string
  kind: (typeof MILESTONE_KINDS)[number]
  title: LocalText
  dueOn: string | null
  /** Null while it is not done. */
  doneOn: string | null
}

export const FUNDS = [
  'municipality',
  'state',
  'europeanUnion',
  'otherForeign',
  'private',
  'other',
  'none',
] as const
/** Where money comes from; `none`: an action needs no money of its own. */
export type Fund = (typeof FUNDS)[number]

/** Money of an action from one source. */
export type FundingLine = Citation & {
  action: string
  code: string
  fund: Fund
  title: LocalText | null
  /** Calendar year; null when the line is for the whole action. */
  year: number | null
  /** Euros; null while it is not known. */
  planned: number | null
  /** Euros; null while it is not known. */
  spent: number | null
}

export const WORKS_STATES = ['planned', 'procurement', 'underway', 'done', 'stopped'] as const

/** Works on an institution's building or grounds. */
export type Works = Citation & {
  action: string
  code: string
  institution: string
  works: WorksKind
  title: LocalText
  state: (typeof WORKS_STATES)[number]
  startsOn: string | null
  /** Day by which it is to be done. */
  endsOn: string | null
  doneOn: string | null
}

export const DEGREES = ['low', 'medium', 'high'] as const
/** How likely a risk is, or how hard it would hit. */
export type Degree = (typeof DEGREES)[number]
export const RISK_STATES = ['open', 'occurred', 'closed'] as const

/** Something that may get in the way of a plan. */
export type Risk = Citation & {
  code: string
  position: number
  title: LocalText
  /** Null while nobody has judged it. */
  likelihood: Degree | null
  impact: Degree | null
  state: (typeof RISK_STATES)[number]
  mitigation: LocalText | null
  /** An institution or a post. */
  responsible: string | null
  reviewedOn: string | null
}

/** A part of a plan, by its code; of an indicator by that or, in the database, its id. */
export type PlanPartKind = 'goal' | 'direction' | 'action' | 'indicator'

/** What a risk or an external factor hits. */
export type RiskLink = Citation & {
  /** Tells the link apart. */
  key: string
  cause: 'risk' | 'factor'
  causeCode: string
  kind: PlanPartKind
  /** Code of what is hit; of an indicator its id. */
  code: string
}

/** Which goal of a national plan a part of a plan serves. */
export type NationalLink = Citation & {
  key: string
  kind: Exclude<PlanPartKind, 'indicator'>
  code: string
  plan: string
  nationalGoal: string
}

/** A goal of a national plan. */
export type NationalGoal = {
  plan: string
  planTitle: LocalText
  code: string
  position: number
  title: LocalText
  /** Its exact words. */
  official: string | null
  source: string
  url: string | null
}

/** What hangs on a plan besides what the plan itself says. */
export type Attached = {
  parties: Party[]
  milestones: Milestone[]
  funding: FundingLine[]
  works: Works[]
  risks: Risk[]
  riskLinks: RiskLink[]
  nationalLinks: NationalLink[]
}

/**
 * How much a risk weighs: the product of both degrees, from 1 to 9; null while one of them is not judged, which is not
 * the same as little.
 */
export function weightOf({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): number | null {
  if (likelihood === null || impact === null) return null
  return (DEGREES.indexOf(likelihood) + 1) * (DEGREES.indexOf(impact) + 1)
}

/** Risks that are open or have occurred before closed ones; of them those that nobody has judged first, then the weightiest. */
export function inOrderOfRisk(risks: readonly Risk[]): Risk[] {
  const isClosed = ({ state }: Risk) => (state === 'closed' ? 1 : 0)
  const weight = (risk: Risk) => weightOf(risk) ?? Number.POSITIVE_INFINITY
  return risks.toSorted(
    (a, b) =>
      isClosed(a) - isClosed(b) ||
      (weight(a) === weight(b) ? a.position - b.position : weight(b) > weight(a) ? 1 : -1),
  )
}
