import type { ClaimVerdict } from '../claims.ts'

/** How each answer to a claim looks. */
export const CLAIM_CHIPS: Readonly<Record<ClaimVerdict, string>> = {
  refuted: 'contradiction',
  unverifiable: 'notEvaluable',
  partly: 'partial',
  confirmed: 'met',
}
