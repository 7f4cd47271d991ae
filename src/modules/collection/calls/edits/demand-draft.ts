import { refuse } from '#platform/refuse.ts'
import type { DataCall } from '../../model.ts'

/** What a call asks, and of whom, is chosen before it opens. @throws Refused (403) afterwards */
export function demandDraft({ state }: Pick<DataCall, 'state'>) {
  if (state !== 'draft') refuse(403, 'collection.call.isFrozen')
}
