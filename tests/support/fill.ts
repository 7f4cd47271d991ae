import type { OpenDatabase } from '#platform/database/open.server.ts'

/** Loads what every database test may count on, once for all of them. */
export async function fill(_open: OpenDatabase): Promise<void> {}
