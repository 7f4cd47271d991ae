import { useSpeech } from '#platform/i18n.tsx'
import type { IntervalMethod } from '../estimate.ts'

/** A letter for the method of an interval; the key of methods says what it stands for. */
export function MethodMark({ method }: { method: IntervalMethod }) {
  const { text } = useSpeech()
  return <sup className="letter">{text(`surveys.method.${method}`)}</sup>
}
