import type { Address } from '../http/address.ts'
import type { Endpoint } from './endpoint.ts'
import { findEndpoint } from './find-endpoint.ts'

/** What is known of an address of the API. */
export function readApiAddress(
  api: { base: string; endpoints: readonly Endpoint[] },
  pathname: string,
): Address {
  const found = findEndpoint(api, pathname)
  if (!found)
    return {
      route: '/api/*',
      pathname,
      parameters: [],
      formats: [],
      isStrict: true,
      action: null,
    }
  const { endpoint, path, suffix } = found
  const route = `${api.base}${endpoint.path}`.replace(/\/$/, '')
  const written = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  return {
    route,
    pathname: suffix ? `${written}.${suffix}` : written,
    parameters: Object.keys(endpoint.parameters),
    formats: suffix ? [] : formatsOf(endpoint),
    isStrict: true,
    action: null,
  }
}

/** Formats in which an endpoint answers, the usual one first. */
export const formatsOf = ({ columns }: Endpoint) =>
  columns ? (['json', 'csv'] as const) : (['json'] as const)
