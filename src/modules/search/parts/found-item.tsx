import { useSpeech } from '#platform/i18n.tsx'
import type { FindableKind } from '#platform/searched.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Excerpt, Piece } from '../excerpt.ts'
import type { FoundPlace } from '../search-index.ts'
import { Pieces } from './pieces.tsx'

type Item = {
  kind: string
  address: string
  place: FoundPlace
  within: LocalText | null
  name: Piece[]
  excerpt: Excerpt | undefined
}

/** One answer: what it is called, of what kind it is and where it belongs, and a sentence of it. */
export function FoundItem({ item, kinds }: { item: Item; kinds: readonly FindableKind[] }) {
  const { text, local, path, language } = useSpeech()
  const { address, place, within, name, excerpt } = item
  const label = kinds.find(({ code }) => code === item.kind)?.label
  const where = [label && text(label), place ? local(place.name) : null, within && local(within)].filter(
    Boolean,
  )
  return (
    <li>
      <a href={path(address)}>
        <Pieces pieces={name} />
      </a>
      <small>{where.join(' · ')}</small>
      {excerpt ? (
        <p lang={excerpt.language === language ? undefined : excerpt.language}>
          <Pieces pieces={excerpt.pieces} />
        </p>
      ) : null}
    </li>
  )
}
