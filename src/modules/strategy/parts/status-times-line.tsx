import { useSpeech } from '#platform/i18n.tsx'
import type { StatusTimes } from '../status-times.ts'

/** As of when statuses are that were counted together: all of one time, or how many of the newest. */
export function StatusTimesLine({ times: { newest, ofNewest, reported } }: { times: StatusTimes }) {
  const { text, say } = useSpeech()
  if (newest === null) return null
  const period = say.period(newest, 'in')
  return ofNewest === reported
    ? text('strategy.actions.allAsOf', { period })
    : text('strategy.actions.someAsOf', { count: reported, newest: ofNewest, period })
}
