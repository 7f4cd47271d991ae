import { useLocation } from 'react-router'
import { useSpeech } from '../i18n.tsx'
import type { SiteLink } from './site.tsx'

type Props = {
  /** What the pages are about. */
  place: string
  links: readonly SiteLink[]
  /** Whether the page belongs to none of the sections though its address begins like one's. */
  isElsewhere?: boolean
}

/** The sections of a place, with the one that a page belongs to; nothing where there is none. */
export function MenuTabs({ place, links, isElsewhere = false }: Props) {
  const { text } = useSpeech()
  const { pathname } = useLocation()
  const here = isElsewhere
    ? undefined
    : links.findLast(({ address }) => pathname === address || pathname.startsWith(`${address}/`))
  if (links.length === 0) return null
  return (
    <nav className="tabs" aria-label={text('platform.menu', { place })}>
      <ul>
        {links.map((link) => (
          <li key={link.address}>
            <a
              href={link.address}
              aria-current={link === here ? currentAs(pathname === link.address) : undefined}
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A section is current as the page itself, or because the page belongs to it. */
const currentAs = (isPage: boolean) => (isPage ? 'page' : 'true')
