import { useSpeech } from '../i18n.tsx'
import type { Crumb } from './place.ts'

/** The way down to a page, whose last part is the page itself. */
export function CrumbList({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { text } = useSpeech()
  const last = crumbs.length - 1
  if (last < 1) return null
  return (
    <nav className="crumbs wrap" aria-label={text('platform.crumbs')}>
      <ol>
        {crumbs.map(({ label, address }, place) => (
          <li key={`${address ?? ''} ${label}`} aria-current={place === last ? 'page' : undefined}>
            {place < last && address ? <a href={address}>{label}</a> : label}
          </li>
        ))}
      </ol>
    </nav>
  )
}
