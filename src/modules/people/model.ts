/** What a person is to an institution. */
export const PERSON_KINDS = ['staff', 'pupil', 'guardian'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]
export const GROUP_KINDS = ['class', 'preschoolGroup', 'interestGroup', 'supportGroup'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]
/** What somebody works as. */
export const JOBS = ['head', 'coordinator', 'teacher', 'learningConsultant', 'supportSpecialist'] as const
export type Job = (typeof JOBS)[number]
/** What somebody has to do with a group (`leadsClass`, `teaches`) or a person. */
export type AssignmentKind = 'leadsClass' | 'teaches' | 'supports' | 'mentors' | 'guards' | 'isPupil'

/** A stretch of days; without an end it goes on. */
export type Validity = {
  /** first day, `YYYY-MM-DD` */
  validFrom: string
  /** first day on which it no longer holds */
  validTo: string | null
}

/** Somebody's work at an institution. */
export type Post = Validity & { municipalityId: string; institutionId: string; job: Job }

/** Somebody's charge of a group or of a person. */
export type Assignment = Validity & {
  municipalityId: string
  kind: AssignmentKind
  groupId: string | null
  personId: string | null
}

/** Somebody as others of the institution know them. */
export type DirectoryEntry = {
  personId: string
  kind: PersonKind
  givenName: string
  familyName: string
  institutionId: string | null
  groupId: string | null
}
