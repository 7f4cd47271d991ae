import { operator, type User } from '../users.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import type { Place, Scope } from './scope.ts'

/** What one must reach for what stands under an id: a municipality's, or that of the country. */
export const placeOf = (id: string): Place => (id === COUNTRY ? 'country' : { municipalityId: id })

/** All of what stands under an id. */
export const scopeOf = (id: string): Scope =>
  id === COUNTRY ? { kind: 'country' } : { kind: 'municipality', municipalityId: id }

/** The operator, as far as what stands under an id needs. */
export const operatorOf = (id: string): User => (id === COUNTRY ? operator() : operator(id))
