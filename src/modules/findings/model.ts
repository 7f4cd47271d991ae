import type { LocalText } from '#platform/texts/text.ts'

export const SEVERITIES = ['contradiction', 'obstacle', 'notice'] as const
/** How much a finding weighs: it contradicts itself; it prevents judging; it is worth knowing. */
export type Severity = (typeof SEVERITIES)[number]

/**
 * The kinds of things that a finding can be about, with what tells one from another. Each module adds its
 * own where it defines them, so nothing is imported downwards.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface SubjectKinds {}
export type SubjectKind = keyof SubjectKinds

/** What a finding is about. */
export type FindingSubject<Kind extends SubjectKind = SubjectKind> = {
  [One in Kind]: { kind: One } & SubjectKinds[One]
}[Kind]

/**
 * Something that the data say about themselves, as a rule puts it. The explanation is whole sentences in
 * both languages, with the figures that were looked at.
 */
export type Found = { severity: Severity; subjects: FindingSubject[]; explanation: LocalText }

/** A finding with the stable code of the rule that made it, e.g. `share-impossible`. */
export type Finding = Found & {
  code: string
  /** Its words stand for others, which name figures that are covered. */
  isCovered?: true
}

/**
 * One question put to the data. Pure: the same data give the same findings, and nothing is changed.
 * A rule lives in a file of its own, named as its code.
 */
export type Rule<Data> = {
  /** Stable code that its findings carry. */
  code: string
  title: LocalText
  /** In plain words, what the rule looks for and why it matters. */
  explain: LocalText
  /** Its sentences name no figure: the public may read them whatever of the data is covered. */
  tellsNoFigure?: true
  check: (data: Data) => Found[]
}

/** How many findings of one weight a rule of a family made. */
export type RuleCount = { family: string; code: string; severity: Severity; count: number }

/** What a rule says of itself, whatever kind of data it looks at. */
export type RuleWords = Pick<Rule<never>, 'code' | 'title' | 'explain' | 'tellsNoFigure'>

/** Puts every question to the data, in the order of the rules; each finding gets the code of its rule. */
export function runRules<Data>(rules: readonly Rule<Data>[], data: Data): Finding[] {
  return rules.flatMap(({ code, check }) => check(data).map((found) => ({ code, ...found })))
}

/** A rule of a family: put to all that the family reads, or to one part of it at a time. */
export type FamilyRule<Whole, Part> =
  | { over: 'whole'; rule: Rule<Whole> }
  | { over: 'part'; rule: Rule<Part> }

export const overWhole = <Whole>(rule: Rule<Whole>) => ({ over: 'whole', rule }) as const
export const overPart = <Part>(rule: Rule<Part>) => ({ over: 'part', rule }) as const

/** Puts to each of several things the questions that are meant for one. */
export function forEach<Data>({ check, ...words }: Rule<Data>): Rule<readonly Data[]> {
  return { ...words, check: (all) => all.flatMap(check) }
}

/** Where findings of a weight stand among all: contradictions, then what cannot be judged, then notes. */
export const placeOfWeight = (severity: Severity): number => SEVERITIES.indexOf(severity)

/** Orders findings by their weight, the weightiest first. */
export const byWeight = (a: Pick<Found, 'severity'>, b: Pick<Found, 'severity'>) =>
  placeOfWeight(a.severity) - placeOfWeight(b.severity)

/** The rules and weights with which a summary begins: the weightiest first, else in the order of the rules. */
export const weightiest = <Counted extends RuleCount>(counts: readonly Counted[], most: number): Counted[] =>
  counts.toSorted(byWeight).slice(0, most)
