import { useSpeech } from '#platform/i18n.tsx'
import { CALL_PARTS, type CallPart, callEditAddress, openingAddress } from '../../addresses.ts'
import type { DataCall } from '../../model.ts'

type Props = { slug: string; call: Pick<DataCall, 'key' | 'state'>; part?: CallPart; isOpening?: boolean }

/** Ways between the parts of a call that is prepared, in the order in which one goes through them. */
export function CallParts({ slug, call, part, isOpening = false }: Props) {
  const { text, path } = useSpeech()
  const parts = call.state === 'draft' ? CALL_PARTS : CALL_PARTS.slice(0, 1)
  const links = [
    ...parts.map((one) => ({
      address: callEditAddress(slug, call.key, one),
      label: text(`collection.call.part.${one}`),
      isHere: one === part,
    })),
    ...(call.state === 'draft'
      ? [
          {
            address: openingAddress(slug, call.key),
            label: text('collection.opening.title'),
            isHere: isOpening,
          },
        ]
      : []),
  ]
  return (
    <nav aria-label={text('collection.call.parts')}>
      <p>
        {links.map(({ address, label, isHere }, place) => (
          <span key={address}>
            {place === 0 ? '' : ' · '}
            {isHere ? <b aria-current="page">{label}</b> : <a href={path(address)}>{label}</a>}
          </span>
        ))}
      </p>
    </nav>
  )
}
