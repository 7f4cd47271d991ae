import { z } from 'zod'
import { asOfParameter } from '#platform/api/parameters.ts'

export const figureParameters = { asOf: asOfParameter }

export const periodParameters = {
  ...figureParameters,
  period: z
    .string()
    .regex(/^\d{4}(\/\d{4})?$/, 'must be a school year such as 2024/2025 or a calendar year such as 2021')
    .optional()
    .describe('Period whose results are judged; without it the newest that the period rule names.'),
}
