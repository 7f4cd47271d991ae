import { z } from 'zod'

/** A day as a field of days sends it, `YYYY-MM-DD`; a day that no calendar has is none. */
export const typedDay = () => z.iso.date('platform.form.day')
