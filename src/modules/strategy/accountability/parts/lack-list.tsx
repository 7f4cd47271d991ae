import { useSpeech } from '#platform/i18n.tsx'
import type { Lack } from '../lacks.ts'

/** What an action lacks, in a line. */
export function LackList({ lacks }: { lacks: readonly Lack[] }) {
  const { text } = useSpeech()
  if (lacks.length === 0) return <span className="quiet">{text('strategy.lacks.none')}</span>
  return lacks.map((lack) => text(`strategy.lacks.${lack}`)).join(', ')
}
