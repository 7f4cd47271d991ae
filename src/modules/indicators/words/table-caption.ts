import type { Speech } from '#platform/i18n.tsx'
import type { JudgedTime } from '../judged-time.ts'

/** What a table of judged series shows: how many of how many, and of when. */
export function tableCaption(
  { text, say }: Pick<Speech, 'text' | 'say'>,
  { found, all, time }: { found: number; all: number; time: JudgedTime | null },
): string {
  const isSome = found !== all
  const counts = { count: found, all: String(all) }
  if (time === null) {
    return text(isSome ? 'indicators.table.captionSomeOwn' : 'indicators.table.captionOwn', counts)
  }
  const when = { period: say.period(time.period, 'of'), year: String(time.year) }
  return text(isSome ? 'indicators.table.captionSome' : 'indicators.table.caption', { ...counts, ...when })
}
