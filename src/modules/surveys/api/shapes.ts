import { z } from 'zod'
import { components } from '#platform/api/components.ts'

export const Percent = z
  .object({ percent: z.number(), decimals: z.int() })
  .describe('A percentage as a source prints it.')
  .register(components, { id: 'PrintedPercent' })

const range = {
  best: z.int().describe('The likeliest number.'),
  low: z.int(),
  high: z.int(),
}

export const PopulationShown = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('given').describe('The source says so.'), ...range }),
    z.object({
      kind: z
        .literal('feasible')
        .describe('Every number from `low` to `high` fits the printed response share.'),
      ...range,
    }),
    z.object({ kind: z.literal('unknown') }),
  ])
  .describe('How many people could have answered, and how that is known.')
  .register(components, { id: 'Population' })
