import { useSpeech } from '#platform/i18n.tsx'
import { frozenAddress } from '../addresses.ts'
import type { FrozenSummary } from '../model.ts'
import { FrozenLine } from './frozen-line.tsx'

/** Frozen versions for those who write reports; that there are none is said. */
export function FrozenList({ slug, frozen }: { slug: string; frozen: readonly FrozenSummary[] }) {
  const { text } = useSpeech()
  if (frozen.length === 0) return <p>{text('publishing.frozen.none')}</p>
  return (
    <ul className="list">
      {frozen.map((one) => (
        <FrozenLine
          key={`${one.key}/${one.number}`}
          frozen={one}
          address={frozenAddress(slug, one.key, one.number)}
        />
      ))}
    </ul>
  )
}
