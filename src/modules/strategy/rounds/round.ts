import type { LocalText } from '#platform/texts/text.ts'
import type { ImplementationStatus } from '../model.ts'
import type { Voice } from '../voices.ts'

/** `planned`: opens on its day; `withdrawn`: it never will. */
export type RoundState = 'planned' | 'open' | 'closed' | 'withdrawn'

export const WHO_DECIDES = ['editor', 'group'] as const
/** Who accepts what was reported: one editor, or a working group of which at least two are present. */
export type WhoDecides = (typeof WHO_DECIDES)[number]

export type DecisionKind = 'returned' | 'accepted'
/** How a report came: by a link in a letter, from the page of somebody who has signed in, or made up for the demonstration. */
export type ReportWay = 'link' | 'page' | 'invented'
/** Where an action stood as its round closed. */
export type Outcome = 'unasked' | 'silent' | 'reported' | 'returned' | 'accepted'

/** A time at which everybody who answers for actions of a plan is asked how far they have come. */
export type Round = {
  id: string
  strategyId: string
  /** As addresses call it. */
  key: string
  title: LocalText
  /** Period as of which statuses are reported. */
  asOf: string
  /** First day on which people are asked, `YYYY-MM-DD`. */
  opensOn: string
  /** Last day in time. */
  dueOn: string
  /** Last day on which anything can be reported. */
  closesOn: string
  decidedBy: WhoDecides
  state: RoundState
  openedAt: Date | null
  closedAt: Date | null
  /** Counts its changes. */
  version: number
}

/** What was reported about an action. */
export type RoundReport = {
  version: number
  author: string
  /** Account that was shown the secret of the link by which it came; empty where nobody was. */
  handedBy: string
  way: ReportWay
  at: Date
  status: ImplementationStatus
  sentence: string
  evidenceTitle: string | null
  evidenceUrl: string | null
  milestone: string | null
  milestoneOn: string | null
}

/** What was decided on a report. */
export type RoundDecision = {
  number: number
  /** Of the report. */
  version: number
  kind: DecisionKind
  decidedBy: string
  at: Date
  remark: string | null
  /** The group that decided and the day on which it met; null where one editor did. */
  group: string | null
  decidedOn: string | null
  voices: readonly Voice[]
  present: number
}

/** One action as a round asks about it, with every step that was taken. */
export type AskedAction = {
  action: string
  /** Who answers for it; null where nobody does, so that nobody was asked. */
  accountId: string | null
  deputyId: string | null
  outcome: Outcome | null
  /** The earliest first. */
  reports: readonly RoundReport[]
  decisions: readonly RoundDecision[]
}

/** Whether anything can be reported on a day, `YYYY-MM-DD`. */
export const takesReports = ({ state, closesOn }: Pick<Round, 'state' | 'closesOn'>, today: string) =>
  state === 'open' && today <= closesOn

/** Who decided: a group by its name, on a day, with who was present; without anybody present one editor. */
export type Group = { name: string; decidedOn: string; voices: readonly Voice[] }
