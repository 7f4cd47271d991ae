import { z } from 'zod'
import type { Complaint } from './problem.ts'

const DEFAULT_LIMIT = 500
/** Most items of an answer; as many has a file unless it is asked for fewer. */
export const LARGEST_LIMIT = 5000
const limitRange = `must be a whole number from 1 to ${LARGEST_LIMIT}`

/** Parameters that every list takes. */
export const pageParameters = {
  limit: z.coerce
    .number(limitRange)
    .int(limitRange)
    .min(1, limitRange)
    .max(LARGEST_LIMIT, limitRange)
    .default(DEFAULT_LIMIT)
    .describe('Most items to answer with.'),
  cursor: z
    .string()
    .regex(/^[\w-]+$/, 'must be the cursor of a `next` address')
    .optional()
    .describe('Where to go on; comes with `next`.'),
}

/** Which state of the figures to read. */
export const asOfParameter = z.iso
  .datetime({
    offset: true,
    error: 'must be an ISO 8601 instant such as 2026-01-31T12:00:00Z (a + is written %2B)',
  })
  .optional()
  .describe(
    'Figures as they were recorded, and things as they were described, by this instant; without it the newest.',
  )

/** What a request asks for, and everything that is wrong with it. Values that are wrong are left out. */
export type Query<Shape extends z.ZodRawShape> = {
  values: Partial<z.output<z.ZodObject<Shape>>>
  complaints: Complaint[]
}

/** Reads query parameters by their shape; parameters it does not name are complained about. */
export function readQuery<Shape extends z.ZodRawShape>(shape: Shape, search: URLSearchParams): Query<Shape> {
  const complaints: Complaint[] = []
  const known = Object.keys(shape)
  for (const name of new Set(search.keys())) {
    if (!known.includes(name)) complaints.push(unknownParameter(name, known))
  }
  const values: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    const given = search.getAll(name)
    const value = given[0]
    if (given.length > 1) complaints.push({ parameter: name, detail: `given ${given.length} times` })
    // Number('') is 0, so that an empty value would count as a number.
    const result = z.safeParse(schema, value?.trim() === '' ? '?' : value)
    if (result.success) values[name] = result.data
    else complaints.push(complaintOf(name, value, result.error.issues[0]?.message))
  }
  return { values: values as Query<Shape>['values'], complaints }
}

function complaintOf(parameter: string, value: string | undefined, detail = 'is not valid'): Complaint {
  return { parameter, ...(value === undefined ? {} : { value }), detail }
}

/** Says that there is no such parameter, and which ones there are. */
export function unknownParameter(parameter: string, known: readonly string[]): Complaint {
  const detail =
    known.length === 0
      ? 'is not known here; there are no parameters'
      : `is not known here; there are ${known.join(', ')}`
  return { parameter, detail }
}

/** Complains about a code that is not among those that exist. */
export function demandKnown(
  complain: (parameter: string, detail: string) => void,
  parameter: string,
  value: string | undefined,
  known: readonly string[],
) {
  if (value !== undefined && !known.includes(value)) complain(parameter, `must be one of ${known.join(', ')}`)
}
