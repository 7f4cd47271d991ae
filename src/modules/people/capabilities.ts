import type { HeldBy } from '#platform/rights/capabilities.ts'

/**
 * What one may do with persons. The directory says who belongs where; a record holds what only an institution
 * may know, and is opened with a reason.
 */
export const peopleCapabilities = {
  'people.read': [
    'administrator',
    'educationHead',
    'educationSpecialist',
    'institutionHead',
    'institutionCoordinator',
    'teacher',
    'classTeacher',
    'learningConsultant',
    'supportSpecialist',
    'mentor',
    'guardian',
    'pupil',
  ],
  'people.edit': ['administrator', 'institutionHead', 'institutionCoordinator'],
  'people.record.read': [
    'institutionHead',
    'institutionCoordinator',
    'classTeacher',
    'supportSpecialist',
    'guardian',
    'pupil',
  ],
  'people.record.edit': ['institutionHead', 'institutionCoordinator'],
  /** Reads what the product keeps of persons, why and for how long: nothing about anybody. */
  'people.register.read': [
    'administrator',
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'institutionHead',
    'institutionCoordinator',
  ],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof peopleCapabilities, true> {}
}
