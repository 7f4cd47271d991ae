import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** A query parameter as a page tells of it. */
export type ParameterFacts = {
  name: string
  /** In English, as the description of the API says it. */
  description: string
  /** Everything it can be; null where that cannot be listed. */
  values: readonly string[] | null
}

/** The query parameters of an address, from the same shapes that requests are checked against. */
export function describeParameters({ parameters }: Pick<Endpoint, 'parameters'>): ParameterFacts[] {
  return Object.entries(parameters).map(([name, shape]) => {
    const { description = '', ...schema } = z.toJSONSchema(shape as z.ZodType, { io: 'input' })
    return { name, description, values: Array.isArray(schema.enum) ? schema.enum.map(String) : null }
  })
}
