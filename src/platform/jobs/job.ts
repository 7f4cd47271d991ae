import { z } from 'zod'
import type { Database } from '../database/types.server.ts'
import type { Post } from '../mail/letter.ts'
import type { Settings } from '../settings.server.ts'
import type { TextKey } from '../texts/text.ts'

/** What a job has besides the database and its data. */
export type Work = {
  /** Names this job; the same however often it is tried. */
  jobId: string
  /** Says how far it is to whoever waits for it, at most once a second. */
  progress: (done: number, total?: number, note?: TextKey) => Promise<void>
  post: Post
  settings: Settings
  /** Aborted when the process ends or the job takes longer than it may. */
  signal: AbortSignal
}

/** How often what failed is tried again, and how long to wait before: each time about twice as long. */
export type Retry = { limit: number; delaySeconds: number; longestDelaySeconds?: number }

/** Something that is done outside of a request: it may wait, take long, fail and be tried again. */
export interface Job<Schema extends z.ZodType = z.ZodType> {
  /** The module's name and what is done: `work.mailNotification`. */
  name: string
  /** Of its data, which hold ids and no words about anybody. */
  schema: Schema
  /** Without it a job is tried six times within about half an hour. */
  retry?: Retry
  /** After so long it counts as failed; 15 minutes unless it is said. */
  longestSeconds?: number
  /** So many at a time in one process; one unless it is said. */
  atOnce?: number
  /** When it begins by itself, as `cron` writes it, in Riga's time; its data are empty then. */
  schedule?: string
  /** Does it. What it throws is kept without its words, and the job is tried again: it must bear being done twice. */
  run(db: Database, data: z.infer<Schema>, work: Work): Promise<unknown>
}

const NAME = /^[a-z]+([.][a-zA-Z]+)+$/
/** What a text in a job's data may be: an id, a day, one of a few words. */
const IS_NARROW = ['format', 'pattern', 'enum', 'const'] as const

/**
 * A job of a module, which names it in its `jobs`.
 *
 * @throws RangeError when its name cannot be one, or its data could hold words: whatever is in them outlives the
 * rights of who may read it
 */
export function defineJob<Schema extends z.ZodType>(job: Job<Schema>): Job<Schema> {
  if (!NAME.test(job.name)) throw new RangeError(`defineJob: ${job.name} is no name such as work.reminder`)
  const wide = wideTexts(z.toJSONSchema(job.schema, { io: 'output' }), 'data')
  if (wide.length > 0) throw new RangeError(`defineJob: ${job.name} may hold words in ${wide.join(', ')}`)
  return job
}

function wideTexts(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, ...rest } = schema as Record<string, unknown>
  if (type === 'string' && !IS_NARROW.some((name) => name in rest)) return [place]
  const properties = Object.entries((rest.properties ?? {}) as object)
  return [
    ...properties.flatMap(([name, one]) => wideTexts(one, `${place}.${name}`)),
    ...['items', 'additionalProperties'].flatMap((name) => wideTexts(rest[name], place)),
    ...['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((name) =>
      ((rest[name] ?? []) as unknown[]).flatMap((one) => wideTexts(one, place)),
    ),
  ]
}

/** An account's id, as ids of `better-auth` and of tests are written. */
export const AccountId = z.string().regex(/^[\w.:-]{1,64}$/)
