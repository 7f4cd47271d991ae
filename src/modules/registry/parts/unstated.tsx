import { useSpeech } from '#platform/i18n.tsx'
import type { Fact } from '../institution-facts.ts'

/** What no source states, said once: of how many institutions, or of the one that the page is about. */
export function Unstated({ facts }: { facts: readonly { fact: Fact; count?: number }[] }) {
  const { text, say } = useSpeech()
  if (facts.length === 0) return null
  const names = facts.map(({ fact, count }) => {
    const name = text(`registry.unstated.${fact}`)
    return count === undefined ? name : `${name} – ${say.number(count)}`
  })
  const isOne = facts.every(({ count }) => count === undefined)
  return (
    <p className="after">
      {text(isOne ? 'registry.unstated' : 'registry.unstated.counted', { facts: names.join(', ') })}
    </p>
  )
}
