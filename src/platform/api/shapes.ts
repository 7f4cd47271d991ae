import { z } from 'zod'
import { components } from './components.ts'

/** A text in both languages. */
export const Local = z.object({ lv: z.string(), en: z.string() }).register(components, { id: 'LocalText' })

export const day = z.iso.date()
export const instant = z.iso.datetime()

/** Which state of a figure this is. */
export const revised = {
  revision: z.int().min(1).describe('1 when first recorded; each correction adds one.'),
  recordedAt: instant,
}
