import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import type { TextKey } from '#platform/texts/text.ts'

/** What the record of processing says of each entry, in its order. */
const FACTS = ['purpose', 'basis', 'people', 'fields', 'retention', 'receivers'] as const

/** Entries as the record of processing shows them. */
export const wordsOfEntries = (entries: readonly PersonalDataEntry[]) =>
  entries.map((entry) => ({
    key: entry.key,
    title: entry.title,
    tables: entry.tables,
    facts: FACTS.map((fact): { label: TextKey; words: TextKey } => ({
      label: `people.register.${fact}`,
      words: entry[fact],
    })),
  }))
