import type { Citation } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'

/** Who may have set up an institution. */
export const FOUNDER_KINDS = ['municipality', 'state', 'private', 'other'] as const
export type FounderKind = (typeof FOUNDER_KINDS)[number]

/** Stages of education that a programme can belong to, in their order. */
export const EDUCATION_STAGES = ['preschool', 'primary', 'basic', 'secondary', 'higher'] as const
export type EducationStage = (typeof EDUCATION_STAGES)[number]

/**
 * How one institution takes another's place: the one before was merged into it, was split and it is a part, or
 * goes on as it, being another legal person from then on.
 */
export const SUCCESSION_KINDS = ['mergedInto', 'splitInto', 'continuedAs'] as const
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number]

/**
 * A stretch of days. Null as its beginning means that nobody states since when, null as its end that it lasts
 * or that nobody states until when.
 */
export type Validity = {
  validFrom: string | null
  /** First day on which it no longer holds. */
  validTo: string | null
}

/** A kind of institution in the register of the country. */
export type InstitutionType = { code: string; name: LocalText; position: number }

/** What an institution was for a stretch of time. Whatever no source states is null. */
export type InstitutionVersion = Validity &
  Citation & {
    version: number
    name: LocalText
    shortName: LocalText | null
    type: InstitutionType | null
    legalForm: LocalText | null
    founder: { kind: FounderKind | null; name: LocalText | null }
    /** Why it became like this. */
    reason: LocalText | null
    /** Why it was no longer like this. */
    endReason: LocalText | null
  }

/** A provider of education. What it is called, and what it is, depends on the day: ask `institutionOn`. */
export type Institution = {
  id: string
  /** What it is called in files and addresses; the same for good. */
  key: string
  /** Number in the register of educational institutions; null when no source states it. */
  registrationNumber: string | null
  /** One at least, the earliest first; none overlaps another. */
  versions: readonly InstitutionVersion[]
}

/** A place where an institution teaches. */
export type Site = Validity &
  Citation & { institution: string; key: string; name: LocalText | null; address: string | null }

/** A programme of education that an institution offers. */
export type Programme = Validity &
  Citation & {
    institution: string
    key: string
    /** Eight digits of the national classifier. */
    code: string | null
    name: LocalText
    stage: EducationStage | null
    /** Key of the site; null when no source states where. */
    site: string | null
  }

/** One institution in the place of another. */
export type Succession = Citation & {
  /** Key of the institution before. */
  from: string
  /** Key of the institution after. */
  to: string
  kind: SuccessionKind
  /** First day of the one after in the place of the one before; null when no source states it. */
  day: string | null
}

/** The institutions of a municipality, of all times, and how they took each other's places. */
export type Network = { institutions: readonly Institution[]; successions: readonly Succession[] }
