import { z } from 'zod'

/** Shapes that have a name of their own in the description of the API. */
export const components = z.registry<{ id: string }>()
