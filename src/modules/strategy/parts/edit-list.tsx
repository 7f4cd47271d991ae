import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'

export type EditLinkTo = { label: LocalText | string; address: string; isHere?: boolean }

type Props = { label: string; links: readonly EditLinkTo[] }

/** The ways from one form to others about the same page. */
export function EditList({ label, links }: Props) {
  const { local, path } = useSpeech()
  if (links.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul className="links">
        {links.map(({ label: name, address, isHere = false }) => (
          <li key={address}>
            <a href={path(address)} aria-current={isHere ? 'page' : undefined}>
              {typeof name === 'string' ? name : local(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
