import type { MissingKind } from '#modules/indicators'

/** Why a group has no share for an item, out of the reasons that any figure may have. */
export const MISSING_ANSWERS = [
  'notMeasured',
  'notApplicable',
  'notAsked',
  'notReported',
  'unknown',
  'confidential',
] as const satisfies readonly MissingKind[]
export type MissingAnswer = (typeof MISSING_ANSWERS)[number]
