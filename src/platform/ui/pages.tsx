import { useLocation } from 'react-router'
import { useSpeech } from '../i18n.tsx'

type Props = {
  page: number
  pages: number
  /** Name of the parameter that asks for a page. */
  parameter?: string
  /** Where on the page the list begins. */
  anchor?: string
}

/** Links to the other stretches of a list that is too long for one page; nothing while it fits. */
export function Pages({ page, pages, parameter = 'page', anchor }: Props) {
  const { text } = useSpeech()
  const { pathname, search } = useLocation()
  if (pages <= 1) return null
  const to = (wanted: number) => {
    const query = new URLSearchParams(search)
    query.set(parameter, String(wanted))
    return `${pathname}?${query}${anchor ? `#${anchor}` : ''}`
  }
  return (
    <nav className="neighbours" aria-label={text('platform.pages')}>
      <p>
        {page > 1 ? (
          <a href={to(page - 1)} rel="prev">
            {text('platform.pages.previous')}
          </a>
        ) : null}
      </p>
      <p aria-current="page">
        {text('platform.pages.current', { page: String(page), pages: String(pages) })}
      </p>
      <p>
        {page < pages ? (
          <a href={to(page + 1)} rel="next">
            {text('platform.pages.next')}
          </a>
        ) : null}
      </p>
    </nav>
  )
}
