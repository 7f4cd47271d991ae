import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { type CheckContext, needsOf, parse, Unreadable } from '../checks/index.ts'
import type { Asked } from '../form/asked.server.ts'
import type { Answers, CallForm } from '../model.ts'
import { type EarlierAnswer, historyOf, lastYearOf } from './earlier.ts'
import { findPeers } from './peer-store.server.ts'
import { findEarlier, findOthers } from './value-store.server.ts'

type About = Pick<Asked, 'municipalityId' | 'call' | 'institution'>

/** What an institution answered before to what a form asks. One statement. */
export const readEarlier = (tx: DatabaseTransaction, about: About, { elements }: CallForm) =>
  findEarlier(tx, about.municipalityId, {
    institutionId: about.institution.id,
    elementIds: elements.map(({ elementId }) => elementId),
  })

/**
 * What the checks of a form compare with, as far as one of them asks for it: the other statements are spared. One
 * statement each for other calls and for peers, and for earlier answers unless they were read already.
 */
export async function readCheckContext(
  tx: DatabaseTransaction,
  about: About,
  form: CallForm,
  earlier?: readonly EarlierAnswer[],
): Promise<CheckContext> {
  const { municipalityId, call, institution } = about
  const needs = new Set(form.checks.flatMap(({ expression }) => needed(expression)))
  const isBefore = needs.has('last') || needs.has('history')
  const before = earlier ?? (isBefore ? await readEarlier(tx, about, form) : [])
  return {
    last: answersOf(lastYearOf(before, call.period)),
    history: historyOf(before, call.period),
    others: needs.has('others')
      ? await findOthers(tx, municipalityId, {
          institutionId: institution.id,
          callId: call.id,
          period: call.period,
        })
      : new Map(),
    peers: needs.has('peers')
      ? await findPeers(tx, municipalityId, { callId: call.id, institutionType: institution.type })
      : new Map(),
  }
}

const answersOf = (last: ReturnType<typeof lastYearOf>): Answers =>
  new Map([...last].map(([field, { answer }]) => [field, answer]))

/** One that cannot be read needs nothing: it is told of as one of which nobody can tell. */
function needed(expression: string) {
  try {
    return needsOf(parse(expression))
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}
