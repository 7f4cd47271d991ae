import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Speech } from '#platform/i18n.tsx'
import type { Module } from '#platform/module.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import type { Downloads } from '#platform/ui/download-links.tsx'
import type { EducationStage } from './institution.ts'

/** The institution that modules are asked about, and the words of the reader. */
export type AskedInstitution = {
  municipalityId: string
  institutionId: string
  key: string
  /** Every name that it has had, short ones too. */
  names: readonly LocalText[]
  /** Code of its type in the register of the country; null when no source states it. */
  type: string | null
  /** Stages of the programmes that it is known to offer. */
  stages: readonly EducationStage[]
  speech: Pick<Speech, 'text' | 'local' | 'say'>
}

/** A place that says something about an institution, below the address of its municipality. */
export type InstitutionLink = { address: string; name: string; note?: string | null }

/** A figure with all that must stand beside it, in the words of the reader. */
export type InstitutionFigure = InstitutionLink & {
  period: string
  value: string
  /** How sure it is, or why it is not shown; null where that is no question. */
  certainty: string | null
  /** Null where nothing is promised. */
  verdict: { kind: string; label: string } | null
}

/** Something that a module knows, or says that nobody does. */
export type AboutSection = {
  /** What stands above it. */
  title: TextKey
  /** What it holds of, where that is not the institution itself. */
  scope?: TextKey
  links?: readonly InstitutionLink[]
  figures?: readonly InstitutionFigure[]
  /** Where the figures can be taken away, and what that is called. */
  files?: { what: string; files: Downloads }
  /** Said among what is missing when there are neither links nor figures. */
  absent?: TextKey
  /** These are figures of the institution itself, which its first sentence counts. */
  isOwn?: true
}

/** What a module knows about institutions, for the page of each. */
export type AboutInstitution = {
  find: (tx: DatabaseTransaction, asked: AskedInstitution) => Promise<AboutSection[]>
}

declare module '#platform/module.ts' {
  interface Module {
    /** What it knows about an institution. */
    aboutInstitution?: AboutInstitution
  }
}

/** What the modules know about institutions, in their order. */
export const aboutInstitutionOf = (modules: readonly Module[]): AboutInstitution[] =>
  modules.map((module) => module.aboutInstitution).filter((about) => about !== undefined)
