import type { HeldBy } from '#platform/rights/capabilities.ts'

/** What one may do with others' tasks; everybody sees and finishes their own. */
export const workCapabilities = {
  'work.task.read': [
    'educationHead',
    'educationSpecialist',
    'institutionHead',
    'institutionCoordinator',
    'teacher',
  ],
  'work.task.edit': [
    'educationHead',
    'educationSpecialist',
    'institutionHead',
    'institutionCoordinator',
    'teacher',
  ],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof workCapabilities, true> {}
}
