import type { Citation } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'

export const EVIDENCE_KINDS = ['document', 'photo', 'data', 'works', 'other'] as const
/** What shows that something was done. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const WORKS_KINDS = [
  'electrics',
  'sanitary',
  'roofs',
  'fences',
  'outdoor',
  'accessibility',
  'other',
] as const
/** Works on an institution's building or grounds. */
export type WorksKind = (typeof WORKS_KINDS)[number]

/** Something that shows how far an action has come. */
export type Evidence = Citation & {
  /** Code of the action. */
  action: string
  code: string
  /** Period of the status that it supports; null when it is about the action as a whole. */
  asOf: string | null
  kind: EvidenceKind
  title: LocalText
  /** Whether it has an English title; else the Latvian one stands for it. */
  isTranslated: boolean
  url: string | null
  /** A file that was handed in, as far as the reader may have it. */
  fileId: string | null
  /** Key of the institution that it is about. */
  institution: string | null
  works: WorksKind | null
  doneOn: string | null
}

/** What evidence is kept for, among all files of a municipality. */
export const EVIDENCE_FILES = 'strategy.evidence'
