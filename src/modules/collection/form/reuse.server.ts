import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Answer, CallForm } from '../model.ts'
import type { Asked } from './asked.server.ts'

/** Answers that are held already, by field, each with where it is from in words. */
export type Reused = ReadonlyMap<string, { answer: Answer; from: LocalText }>

/** What is held already of what a form asks. */
export async function findReused(_tx: DatabaseTransaction, _asked: Asked, _form: CallForm): Promise<Reused> {
  return new Map()
}
