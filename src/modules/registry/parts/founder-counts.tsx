import { useSpeech } from '#platform/i18n.tsx'
import { FOUNDER_KINDS } from '../institution.ts'
import type { Described } from '../institution-facts.ts'

/** How many institutions each kind of founder set up, and of how many nobody states it: one sentence. */
export function FounderCounts({ institutions }: { institutions: readonly Described[] }) {
  const { text, say } = useSpeech()
  const kinds = institutions.map(({ version }) => version.founder.kind)
  const counts = [...FOUNDER_KINDS, null]
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
  if (counts.length === 0) return null
  const parts = counts.map(
    ({ kind, count }) => `${text(`registry.founder.${kind ?? 'notStated'}`)} – ${say.number(count)}`,
  )
  return <p>{text('registry.institutions.founders', { founders: parts.join(', ') })}</p>
}
