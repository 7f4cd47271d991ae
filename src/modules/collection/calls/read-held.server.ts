import { findMeasuredInstitutions } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { may, type User } from '#platform/users.ts'
import { fieldsIn, Unreadable } from '../checks/index.ts'
import type { CallElement, CallForm, DataCall } from '../model.ts'
import { findFormulaTexts, findHeldByCalls } from './held-store.server.ts'
import { registerDay } from './register-day.ts'
import { type Registered, readRegistered, registeredAnswers } from './registered.server.ts'
import { isRegister, type Register } from './registers.ts'

/** Where an element's answers are held already, and of how many of the institutions that are asked. */
export type Held = {
  elementId: string
  calls: readonly { callId: string; title: LocalText; institutions: number }[]
  /** Null where no register is named; `institutions` is null where the reader may not count it. */
  register: { register: Register; day: string | null; institutions: number | null } | null
  /** Institutions of which an indicator that is computed from it has a figure for the period. */
  figures: number
}

type Asked = {
  municipalityId: string
  call: DataCall
  form: CallForm
  institutionIds: readonly string[]
  now: Date
}

/**
 * What is held already of what a call is about to ask, for each of its elements: accepted answers, registers under the
 * reader's own rights, figures that a formula leads back from. Six statements at most, however many elements there are.
 */
export async function readHeld(tx: DatabaseTransaction, user: User, asked: Asked): Promise<Held[]> {
  const { municipalityId, call, form, institutionIds, now } = asked
  const elementIds = form.elements.map(({ elementId }) => elementId)
  const { id: callId, period } = call
  const answered = await findHeldByCalls(tx, municipalityId, { callId, period, elementIds, institutionIds })
  const day = registerDay(period, municipalDay(now))
  const needsRegister = form.elements.some(({ register }) => register !== null)
  const mayCount = may(user, 'people.read', { municipalityId })
  const registered =
    needsRegister && mayCount && day !== null ? await readRegistered(tx, municipalityId, day) : null
  const figures = await countFigures(tx, asked)
  return form.elements.map((element) => ({
    elementId: element.elementId,
    calls: answered
      .filter(({ elementId }) => elementId === element.elementId)
      .map(({ callId: id, title_lv, title_en, institutions }) => ({
        callId: id,
        title: { lv: title_lv, en: title_en },
        institutions,
      })),
    register: isRegister(element.register)
      ? { register: element.register, day, institutions: countIn(registered, element, institutionIds) }
      : null,
    figures: figures.get(element.key) ?? 0,
  }))
}

const countIn = (registered: Registered | null, element: CallElement, institutionIds: readonly string[]) =>
  registered && institutionIds.filter((id) => registeredAnswers(element, registered, id).size > 0).length

/** By element the institutions that have a figure of an indicator that is computed from it. */
async function countFigures(
  tx: DatabaseTransaction,
  { municipalityId, call, form, institutionIds }: Asked,
): Promise<Map<string, number>> {
  const formulas = await findFormulaTexts(tx, municipalityId)
  const indicatorsOf = new Map(
    form.elements.map(({ key }) => [
      key,
      new Set(formulas.filter((one) => names(one, key)).map((one) => one.indicator_id)),
    ]),
  )
  const wanted = [...new Set([...indicatorsOf.values()].flatMap((ids) => [...ids]))]
  if (wanted.length === 0) return new Map()
  const measured = await findMeasuredInstitutions(tx, municipalityId, wanted, call.period)
  const isAsked = new Set(institutionIds)
  return new Map(
    [...indicatorsOf].map(([key, ids]) => {
      const own = measured.filter((one) => ids.has(one.indicatorId) && isAsked.has(one.institutionId))
      return [key, new Set(own.map(({ institutionId }) => institutionId)).size]
    }),
  )
}

type FormulaText = { numerator: string; denominator: string | null }

const names = ({ numerator, denominator }: FormulaText, key: string) =>
  [numerator, denominator ?? ''].some((text) => namesIn(text).some((name) => name.split('.')[0] === key))

function namesIn(text: string): string[] {
  try {
    return text === '' ? [] : fieldsIn(text)
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}
