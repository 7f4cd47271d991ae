import { z } from 'zod'

/** Where something stands in a document. */
export const cited = {
  source: z.string().nullable().describe('Key of the source document; the strategy lists its sources.'),
  locator: z.string().nullable().describe('Where in the source, e.g. a table and a row.'),
}

/** How a document says it. */
export const Official = z
  .object({ lv: z.string(), en: z.string().nullable() })
  .nullable()
  .describe('Exact words of the document; null where only our wording is known.')
