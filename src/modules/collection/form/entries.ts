import { z } from 'zod'
import { withoutControls } from '#platform/forms/typed-text.ts'

/** A form with all its fields weighs less than this, several moments of it together. */
export const ENTRIES_BYTES = 512 * 1024
const MOST_EDITS = 100

const Fields = z.record(z.string().min(1).max(200), z.string().max(20_000).transform(withoutControls))
const Edit = z.object({
  id: z.uuid(),
  client: z.uuid(),
  seq: z.int().positive(),
  base: z.int().nonnegative(),
  fields: Fields,
})

/** What a browser sends of what was typed: which form it is, and edits in the order in which they were typed. */
export const Entries = z.object({
  /** Who typed them: what one has typed is never taken as another's. */
  account: z.string().max(200),
  municipality: z.uuid(),
  submission: z.uuid(),
  institution: z.uuid(),
  edits: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue('no JSON')
        return z.NEVER
      }
    })
    .pipe(z.array(Edit).min(1).max(MOST_EDITS)),
})

/** What the browser is told of edits that are on the server now. */
export type EntriesAnswer = {
  /** Number of the newest edit; everything up to it has been told. */
  number: number
  /** When the last of them came, as an instant. */
  at: string
  /** What others have typed meanwhile, as it stands now. */
  changed: Record<string, string>
  /** Fields of the sent edits that others had changed: what was typed is kept, what stands is in `changed`. */
  held: Record<string, string>
}

/** Why nothing was taken, in words; what was typed stays in the browser. */
export type EntriesRefusal = { why: string }
