import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { platformEntries } from '#platform/personal-data/platform-entries.server.ts'
import { modules } from './modules.server.ts'

/** Everything that the product keeps of persons. */
export const personalData: readonly PersonalDataEntry[] = [
  ...platformEntries,
  ...modules.flatMap((module) => module.personalData ?? []),
]
