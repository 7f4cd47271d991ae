import { z } from 'zod'

/** Where something stands in a document. */
export const cited = {
  source: z.string().nullable().describe('Key of the source document; the strategy lists its sources.'),
  locator: z.string().nullable().describe('Where in the source, e.g. a table and a row.'),
}
