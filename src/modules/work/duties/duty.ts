import type { LocalText } from '#platform/texts/text.ts'

/** How often a duty comes back; `regularly` where it says so without a day. */
export const RHYTHMS = ['once', 'yearly', 'fourYearly', 'regularly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** What a duty is about: the school year, or the calendar year, that ended last before it is due. */
export const DUTY_YEARS = ['schoolYear', 'year'] as const
export type DutyYear = (typeof DUTY_YEARS)[number]

/** Who has a duty: the municipality itself, or each of its institutions. */
export const PERFORMERS = ['municipality', 'institution'] as const
export type Performer = (typeof PERFORMERS)[number]

/** Duties that a municipality writes down itself, by what may show that they are done. */
export const OWN_DUTY_KINDS = ['yearlyReport', 'midTermUpdate', 'other'] as const
export type OwnDutyKind = (typeof OWN_DUTY_KINDS)[number]

/** What asks for it: a law, a rule of the Cabinet, or the municipality's own document. */
export type BasisKind = 'law' | 'cabinet' | 'own'

/** A duty as it holds for a stretch of days. A rule that changes ends one and begins another. */
export type DutyRule = {
  /** Names it in addresses, whichever rule holds; of a municipality's own the id. */
  key: string
  /** By which modules say what of it is done and what is missing. */
  kind: string
  name: LocalText
  /** What exactly is asked for, in a sentence. */
  asks: LocalText | null
  performer: Performer
  basis: { kind: BasisKind; words: LocalText; link: string | null }
  rhythm: Rhythm
  /** `MM-DD` of what is yearly; the day itself of what is once; the first day of what is four-yearly, if one is stated. */
  due: string | null
  about: DutyYear | null
  /** Kinds of institutions that have it; empty: all of them. */
  institutionTypes: readonly string[]
  validFrom: string
  /** First day on which it no longer holds. */
  validTo: string | null
  /** What of all this was not checked against the document itself. */
  unverified: LocalText | null
  /** Account that answers for it, where one is named. */
  accountId: string | null
}

/** One time that a duty is to be done. */
export type Occasion = {
  rule: DutyRule
  /** Year or school year, by which it is found again. */
  period: string
  /** Last day on which it is done in time; null where no day is stated. */
  dueOn: string | null
  /** No document states the day: it is reckoned from the rhythm. */
  isReckoned: boolean
}

export const MARK_KINDS = ['done', 'notApplicable', 'withdrawn'] as const

/** What somebody has said of one time of a duty. The newest holds; what was withdrawn is as if it had not been said. */
export type Mark = {
  id: string
  institutionId: string | null
  duty: string
  period: string
  kind: (typeof MARK_KINDS)[number]
  doneOn: string | null
  /** What shows it, or why it is not applicable or withdrawn. */
  note: string | null
  link: string | null
  file: { id: string; name: string } | null
  accountId: string
  at: Date
}

/** A period as it stands in an address: a school year has no slash there. */
export const periodInAddress = (period: string) => period.replace('/', '-')
export const periodOfAddress = (part: string) => part.replace(/^(\d{4})-(\d{4})$/, '$1/$2')

/** Where one time of a duty is marked as done, in its Latvian form. */
export const dutyAddress = (slug: string, duty: string, period: string, institution?: string) =>
  [`/darbs/${slug}/pienakumi/${duty}/${periodInAddress(period)}`, institution].filter(Boolean).join('/')
