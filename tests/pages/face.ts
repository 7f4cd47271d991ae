import { type Face, faceOf as faceOfPath } from '#platform/http/face.ts'

export type { Face }

/** Who answers an address, whatever it asks for besides. */
export const faceOf = (address: string): Face => faceOfPath(new URL(address, 'http://site').pathname)
