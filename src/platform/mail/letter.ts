import { z } from 'zod'

/** A letter to one person, in plain text and in that person's language. */
export type Letter = {
  to: { name: string; address: string }
  subject: string
  text: string
  /** What it is about, as `work.reminder`; no part of what is sent. */
  kind: string
  /** Names the letter, so that sent twice it is one letter: an id of ours, without a domain. */
  messageId?: string
  /** Where one signs out of letters of this kind with one click; letters that nobody may sign out of have none. */
  signOut?: string
}

/** Sends a letter, or throws when it could not be handed over. */
export type Post = (letter: Letter) => Promise<void>

/** An address of e-mail, one and no more: what else mail programs take for a list, or for another header, is refused. */
export const MailAddress = z
  .email('platform.mail.address')
  .max(254, 'platform.mail.address')
  .regex(/^[\x21-\x7e]+$/, 'platform.mail.address')

const LINE_ENDS = /[\p{Cc}\u2028\u2029]/u
const oneLine = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !LINE_ENDS.test(text), 'must have one line')

/** What may be sent: whatever reaches a header has one line. */
export const SendableLetter = z.object({
  to: z.object({ name: oneLine(200), address: MailAddress }),
  subject: oneLine(300).min(1),
  text: z.string().max(100_000),
  kind: z.string().regex(/^[a-z]+([.][a-zA-Z]+)+$/),
  messageId: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  signOut: z
    .url({ protocol: /^https?$/ })
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
})

/** A letter that cannot be sent however often it is tried. */
export class UnsendableLetter extends Error {
  constructor(fields: readonly string[]) {
    // The fields only: what stands in them is somebody's.
    super(`A letter cannot be sent: ${fields.join(', ')}`)
  }
}
