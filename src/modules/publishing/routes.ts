import type { RouteConfigEntry } from '@react-router/dev/routes'

/** Reports of a municipality that everybody reads. */
export const publishingRoutes: RouteConfigEntry[] = []

/** Writing them, below a municipality's workplace. */
export const publishingWorkRoutes: RouteConfigEntry[] = []
