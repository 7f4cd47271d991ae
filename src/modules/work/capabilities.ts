import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with others' tasks, for everybody sees and finishes their own, and with visitors' reports. */
export const workCapabilities = {
  'work.task.read': [
    'administrator',
    'educationHead',
    'educationSpecialist',
    'institutionHead',
    'institutionCoordinator',
    'teacher',
  ],
  'work.task.edit': [
    'administrator',
    'educationHead',
    'educationSpecialist',
    'institutionHead',
    'institutionCoordinator',
    'teacher',
  ],
  'work.report.read': ['educationHead', 'educationSpecialist', 'administrator'],
  'work.report.edit': ['educationHead', 'educationSpecialist', 'administrator'],
  /** Reads what is to be done by law or by an own document, and what was said of it that is not public. */
  'work.duty.read': [
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'councilMember',
    'institutionHead',
    'institutionCoordinator',
  ],
  /** Says that a duty is done, of the municipality or of an institution; over a municipality also writes its own. */
  'work.duty.edit': ['educationHead', 'educationSpecialist', 'institutionHead', 'institutionCoordinator'],
  /** Is asked to do it, and reminded. */
  'work.duty.answer': ['educationHead', 'institutionHead'],
  /** Nobody's but the process's own: knows what everybody was told, and opens addresses with a secret in them. */
  'work.letter.send': [],
  /** Nobody's but the process's own. */
  'work.contact.erase': [],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof workCapabilities, true> {}
}
