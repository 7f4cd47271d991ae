import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findReused as findOffered, type Reused as Offered } from '../calls/find-reused.server.ts'
import { ownText } from '../calls/own-text.ts'
import type { Answer, CallForm } from '../model.ts'
import type { Asked } from './asked.server.ts'

/** Answers that are offered to be confirmed instead of being typed, by field, with where each is from. */
export type Reused = ReadonlyMap<string, { answer: Answer; from: LocalText }>

/** What a call offers an institution instead of asking again, from its other answers or from a register. */
export async function findReused(tx: DatabaseTransaction, asked: Asked, form: CallForm): Promise<Reused> {
  const { municipalityId, call, institution } = asked
  const offered = await findOffered(tx, municipalityId, { call, form, institutionId: institution.id })
  return new Map([...offered].map(([field, { answer, from }]) => [field, { answer, from: sayFrom(from) }]))
}

function sayFrom(from: Offered['from']): LocalText {
  if (from.kind === 'call') return from.title
  const named = (language: 'lv' | 'en') =>
    ownText(
      'collection.held.registerOn',
      { register: ownText(`collection.register.${from.register}`, {}, language), day: from.day },
      language,
    )
  return { lv: named('lv'), en: named('en') }
}
