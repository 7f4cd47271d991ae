import { z } from 'zod'
import { asOfParameter } from '#platform/api/parameters.ts'
import { parsePeriod } from '#platform/period.ts'

export const figureParameters = { asOf: asOfParameter }

export const periodParameters = {
  ...figureParameters,
  period: z
    .string()
    .refine(
      (period) => parsePeriod(period) !== null,
      'must be a school year such as 2024/2025, a calendar year such as 2021, a quarter such as 2024-Q3, a span such as 2014-2016 or a day such as 2024-10-01',
    )
    .optional()
    .describe(
      'Period whose results are judged; without it every series is judged in its own latest that answers a target.',
    ),
}
