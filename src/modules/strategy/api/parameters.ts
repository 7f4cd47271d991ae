import { z } from 'zod'

export const strategyId = z.string().describe('Public id of the strategy, e.g. `liepaja-2020-2025`.')

export const goalParameter = z.string().optional().describe('Code of a goal; only what belongs to it.')
