import type { TextKey } from '#platform/texts/text.ts'

/** What of data calls one is told what to do about: checks that do not hold, and submissions that do not move. */
export const collectionGuided: {
  title: TextKey
  subjects: readonly { subject: string; name: TextKey }[]
} = {
  title: 'collection.call',
  subjects: [
    { subject: 'collection.check.hard', name: 'collection.check.hard.name' },
    { subject: 'collection.check.soft', name: 'collection.check.soft.name' },
    { subject: 'collection.late', name: 'collection.late.name' },
    { subject: 'collection.returned', name: 'collection.returned.name' },
    { subject: 'collection.failed', name: 'collection.failed.name' },
  ],
}
