import type { LocalText } from '#platform/texts/text.ts'

/** How much a finding weighs: it contradicts itself; it prevents judging; it is worth knowing. */
export type Severity = 'contradiction' | 'obstacle' | 'notice'

/** What of a strategy has a place of its own on its pages. */
export type StrategyPart = 'decision' | 'goal' | 'programme' | 'programmeLinks'

/** What a finding is about, so that it can be linked and filtered. */
export type FindingSubject =
  | { kind: 'indicator'; code: string }
  | { kind: 'series'; key: string; indicator: string; period?: string; year?: number }
  | { kind: 'action'; code: string }
  /** The strategy as a whole, or the part of it that is named; `code` of the goal or programme. */
  | { kind: 'strategy'; part?: StrategyPart; code?: string }
  | { kind: 'claim'; key: string }
  | { kind: 'source'; key: string }
  | { kind: 'surveyGroup'; survey: string; group: string }
  | { kind: 'surveyItem'; survey: string; item: string; group?: string }

/**
 * Something that the data say about themselves. Rules are pure: the same data give the same findings.
 * The explanation is whole sentences in both languages, with the figures that were looked at.
 */
export type Finding = {
  /** Stable code of the rule, e.g. `share-impossible`. */
  code: string
  severity: Severity
  subjects: FindingSubject[]
  explanation: LocalText
}
