import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Module } from '#platform/module.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'

/** A place that says something about an institution, below the address of its municipality. */
export type InstitutionLink = { address: string; name: LocalText }

/** What a module knows about institutions, for the page of each. */
export type AboutInstitution = {
  /** Above the links. */
  title: TextKey
  find: (
    tx: DatabaseTransaction,
    place: { municipalityId: string; institutionId: string },
  ) => Promise<InstitutionLink[]>
}

declare module '#platform/module.ts' {
  interface Module {
    /** What it knows about an institution. */
    aboutInstitution?: AboutInstitution
  }
}

/** What the modules know about institutions, in their order. */
export const aboutInstitutionOf = (modules: readonly Module[]): AboutInstitution[] =>
  modules.flatMap(({ aboutInstitution }) => aboutInstitution ?? [])
