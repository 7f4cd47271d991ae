import type { LocalText } from '#platform/texts/text.ts'

export const VERSION_KINDS = ['update', 'midterm'] as const
/** Why a version is written: as need arises, or as the update in the middle of the plan's time. */
export type VersionKind = (typeof VERSION_KINDS)[number]

export type VersionState = 'draft' | 'adopted' | 'dropped'

export const PROPOSAL_KINDS = ['keep', 'change', 'add', 'merge', 'end'] as const
/** What is proposed; `keep` says that it was looked at and stays. */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export const TARGETS = ['goal', 'direction', 'action'] as const
export type Target = (typeof TARGETS)[number]

/** Cells of a plan's row by the columns of its table. */
export type Fields = Readonly<Record<string, string | number | null>>

/** What is proposed for one goal, direction or action of a plan; there is at most one for each. */
export type Proposal = {
  target: Target
  code: string
  kind: ProposalKind
  /** The cells as they shall be: all of what is added, of a change those that differ. */
  fields: Fields
  /** The same cells as they stood when it was proposed. */
  was: Fields
  /** Action that a merged one goes into. */
  into: string | null
  reason: LocalText
  revision: number
}

/** What the council decided. */
export type Decision = { number: string; decidedOn: string; minutes: string | null; inForceOn: string }

/** A version of a plan after the first, which is the plan as it was first adopted. */
export type Version = {
  id: string
  strategyId: string
  number: number
  state: VersionState
  kind: VersionKind
  reason: LocalText
  /** Null until it is recorded. */
  decision: Decision | null
  /** The instant from which the plan is as it says; null while it is not adopted. */
  adoptedAt: Date | null
  revision: number
}

/** How far a plan's version is read: the plan as it stood at an instant, or as it stands. */
type Moments = { before: Date; after: Date }

/** The instants just before and at which the plan became as an adopted version says. */
export const momentsOf = ({ adoptedAt }: { adoptedAt: Date }): Moments => ({
  before: new Date(adoptedAt.getTime() - 1),
  after: adoptedAt,
})

export const isAdopted = (version: Version): version is Version & { adoptedAt: Date; decision: Decision } =>
  version.state === 'adopted' && version.adoptedAt !== null && version.decision !== null

export const draftIn = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ state }) => state === 'draft')

export const adoptedIn = (versions: readonly Version[]) => versions.filter(isAdopted)

/**
 * The instant as of which a version is read; undefined for the one that holds, which is read as it stands.
 *
 * @param number 1 for the plan as it was first adopted, which is read just before the second
 */
export function instantOf(versions: readonly Version[], number: number): Date | undefined {
  const adopted = adoptedIn(versions)
  const own = adopted.find((version) => version.number === number)
  if (own) return own === adopted.at(-1) ? undefined : momentsOf(own).after
  const [second] = adopted
  return number === 1 && second ? momentsOf(second).before : undefined
}

/** Number of the version that held at an instant, or that holds now. */
export function numberAt(versions: readonly Version[], at?: Date): number {
  const held = adoptedIn(versions).filter(({ adoptedAt }) => at === undefined || adoptedAt <= at)
  return held.at(-1)?.number ?? 1
}
