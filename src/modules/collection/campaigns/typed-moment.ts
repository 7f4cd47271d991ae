import { z } from 'zod'
import { instantOf } from '#platform/moment.ts'

/** A day and a time as clocks in Riga show them; one that they skip is none. */
export const typedMoment = () =>
  z.string().transform((typed, context) => {
    const at = instantOf(typed)
    if (at instanceof Date) return at
    context.addIssue({ code: 'custom', message: at })
    return z.NEVER
  })
