import { data } from 'react-router'

/**
 * Stops the request with a reason the user may read; the nearest ErrorBoundary shows it.
 *
 * @param reason a text key
 */
export function refuse(status: 403 | 404, reason: string): never {
  throw data({ reason }, status)
}
