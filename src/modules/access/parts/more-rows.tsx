import { useLocation } from 'react-router'
import { useSpeech } from '#platform/i18n.tsx'
import type { JournalAsked } from '../journal-query.ts'

type Props = { filters: JournalAsked; after: string | undefined; file: string }

/** Leads to the older rows, back to the newest, and to all of them as a file. */
export function MoreRows({ filters, after, file }: Props) {
  const { text, path } = useSpeech()
  const { pathname } = useLocation()
  const { aiz, ...narrowing } = filters
  const filled = Object.entries(narrowing).filter(([, value]) => value !== '')
  const to = (address: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams([...filled, ...Object.entries(more)]).toString()
    return query === '' ? address : `${address}?${query}`
  }
  return (
    <ul>
      {after === undefined ? null : (
        <li>
          <a href={to(pathname, { aiz: after })} rel="next">
            {text('access.journal.older')}
          </a>
        </li>
      )}
      {aiz === '' ? null : (
        <li>
          <a href={to(pathname)}>{text('access.journal.newest')}</a>
        </li>
      )}
      <li>
        <a href={to(path(file))}>{text('access.journal.file')}</a>
      </li>
    </ul>
  )
}
