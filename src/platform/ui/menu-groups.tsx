import { useLocation } from 'react-router'
import { useSpeech } from '../i18n.tsx'
import type { SiteLink } from './site.tsx'

/** Sections that belong together, under a name. */
export type LinkGroup = { key: string; label: string; links: readonly SiteLink[] }

type Props = {
  /** What the pages are about. */
  place: string
  groups: readonly LinkGroup[]
}

/** Many sections of a place in few groups, each of which folds out; the one that a page belongs to is open. */
export function MenuGroups({ place, groups }: Props) {
  const { text } = useSpeech()
  const { pathname } = useLocation()
  const here = groups
    .flatMap(({ links }) => links)
    .findLast(({ address }) => pathname === address || pathname.startsWith(`${address}/`))
  if (groups.length === 0) return null
  return (
    <nav className="tabs groups" aria-label={text('platform.menu', { place })}>
      {groups.map(({ key, label, links }) => (
        <details key={key} name="menu" open={here !== undefined && links.includes(here)}>
          <summary>{label}</summary>
          <ul>
            {links.map((link) => (
              <li key={link.address}>
                <a
                  href={link.address}
                  aria-current={link === here ? (pathname === link.address ? 'page' : 'true') : undefined}
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  )
}
