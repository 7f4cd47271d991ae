import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findEarlier } from '../life/value-store.server.ts'
import type { Answer, CallElement, CallForm, DataCall } from '../model.ts'
import { findCalls } from './call-store.server.ts'
import { registerDay } from './register-day.ts'
import { readRegistered, registeredAnswers } from './registered.server.ts'
import type { Register } from './registers.ts'

/** An answer that is offered instead of being asked for again, and where it is from. */
export type Reused = {
  answer: Answer
  from:
    | { kind: 'call'; key: string; title: LocalText }
    | { kind: 'register'; register: Register; day: string }
}

type Asked = {
  call: Pick<DataCall, 'id' | 'period'>
  form: Pick<CallForm, 'elements'>
  institutionId: string
}

/**
 * What a call offers an institution to confirm instead of typing it again, by field: its accepted answers to another
 * call about the same period, or what a register counts. What is missing there is not here.
 */
export async function findReused(
  tx: DatabaseTransaction,
  municipalityId: string,
  { call, form, institutionId }: Asked,
): Promise<Map<string, Reused>> {
  const wanted = form.elements.filter(({ reuse }) => reuse !== null)
  return new Map([
    ...(await fromRegisters(tx, municipalityId, { call, wanted, institutionId })),
    ...(await fromCalls(tx, municipalityId, { call, wanted, institutionId })),
  ])
}

type Wanted = Pick<Asked, 'call' | 'institutionId'> & { wanted: readonly CallElement[] }

async function fromRegisters(
  tx: DatabaseTransaction,
  municipalityId: string,
  { call, wanted, institutionId }: Wanted,
): Promise<[string, Reused][]> {
  const elements = wanted.filter(({ reuse }) => reuse?.from === 'register')
  const day = registerDay(call.period, municipalDay())
  if (elements.length === 0 || day === null) return []
  const registered = await readRegistered(tx, municipalityId, day)
  return elements.flatMap((element) =>
    [...registeredAnswers(element, registered, institutionId)].map(([field, answer]): [string, Reused] => [
      field,
      { answer, from: { kind: 'register', register: element.register as Register, day } },
    ]),
  )
}

async function fromCalls(
  tx: DatabaseTransaction,
  municipalityId: string,
  { call, wanted, institutionId }: Wanted,
): Promise<[string, Reused][]> {
  const callOf = new Map(
    wanted.flatMap(({ key, reuse }): [string, string][] =>
      reuse?.from === 'call' ? [[key, reuse.callId]] : [],
    ),
  )
  if (callOf.size === 0) return []
  const calls = new Map((await findCalls(tx, municipalityId)).map((one) => [one.key, one]))
  const elementIds = wanted.map(({ elementId }) => elementId)
  const earlier = await findEarlier(tx, municipalityId, { institutionId, elementIds })
  return earlier.flatMap(({ field, period, call: key, answer }): [string, Reused][] => {
    const from = calls.get(key)
    const isMeant = from !== undefined && callOf.get(field.split('.')[0] ?? '') === from.id
    if (!isMeant || period !== call.period || answer.kind === 'missing') return []
    return [[field, { answer, from: { kind: 'call', key, title: from.title } }]]
  })
}
