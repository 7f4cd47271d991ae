import type { Present } from '#modules/registry'
import { municipalDay } from '#platform/rights/day.ts'
import type { DataCall } from '../model.ts'
import { type Asked, askedOn, asksEverybody, type Places } from './audience.ts'

/** Whom a call asks today and on the day on which it is due, and who differs. */
export type AudienceWords = {
  isEverybody: boolean
  today: Asked
  due: Asked
  /** Asked only by then, for they open until then. */
  later: readonly Present[]
  /** Asked today and no longer by then, for they close until then. */
  gone: readonly Present[]
}

/** The audience of a call in the two days that count. */
export function audienceOn(
  places: Places,
  { audience, dueAt }: Pick<DataCall, 'audience' | 'dueAt'>,
  now: Date,
): AudienceWords {
  const today = askedOn(places, audience, municipalDay(now))
  const due = askedOn(places, audience, municipalDay(dueAt > now ? dueAt : now))
  return {
    isEverybody: asksEverybody(audience),
    today,
    due,
    later: without(due.asked, today.asked),
    gone: without(today.asked, due.asked),
  }
}

function without(all: readonly Present[], those: readonly Present[]): Present[] {
  const keys = new Set(those.map(({ institution }) => institution.key))
  return all.filter(({ institution }) => !keys.has(institution.key))
}
