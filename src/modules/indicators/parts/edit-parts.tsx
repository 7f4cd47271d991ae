import { useSpeech } from '#platform/i18n.tsx'
import { PART_PARAMETER, PARTS, type Part } from '../edits/parts.ts'

/** The ways from one part of an indicator to the others; `address` is that of the public page. */
export function EditParts({ address, part }: { address: string; part: Part }) {
  const { text, path } = useSpeech()
  return (
    <nav aria-label={text('indicators.edit.parts')}>
      <ul className="links">
        {PARTS.map((one) => (
          <li key={one}>
            <a
              href={path(`${address}/labot?${new URLSearchParams({ [PART_PARAMETER]: one })}`)}
              aria-current={one === part ? 'page' : undefined}
            >
              {text(`indicators.edit.link.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
