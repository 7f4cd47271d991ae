import type { TextKey } from '#platform/texts/text.ts'

/** What one can say by a link in a letter, without signing in. */
export const REPLY_KINDS = ['inTime', 'later', 'notOurs', 'givenOn'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What each says, as a link and in the department's list. */
export const REPLY_LABELS: Readonly<Record<ReplyKind, TextKey>> = {
  inTime: 'collection.reply.inTime',
  later: 'collection.reply.later',
  notOurs: 'collection.reply.notOurs',
  givenOn: 'collection.reply.givenOn',
}
