import { useSpeech } from '#platform/i18n.tsx'
import { CALL_PARTS, type CallPart, callEditAddress, openingAddress } from '../../addresses.ts'
import type { DataCall } from '../../model.ts'

type Props = { slug: string; call: Pick<DataCall, 'key' | 'state'>; part?: CallPart }

/** Ways between the parts of a call that is prepared, in the order in which one goes through them. */
export function CallParts({ slug, call, part }: Props) {
  const { text, path } = useSpeech()
  const parts = call.state === 'draft' ? CALL_PARTS : CALL_PARTS.slice(0, 1)
  return (
    <nav aria-label={text('collection.call.parts')}>
      <ul className="list">
        {parts.map((one) => (
          <li key={one}>
            <a
              href={path(callEditAddress(slug, call.key, one))}
              aria-current={one === part ? 'page' : undefined}
            >
              {text(`collection.call.part.${one}`)}
            </a>
          </li>
        ))}
        {call.state === 'draft' ? (
          <li>
            <a href={path(openingAddress(slug, call.key))}>{text('collection.opening.title')}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
