import { type ReactNode, use } from 'react'
import { useLocation } from 'react-router'
import { useSpeech } from '../i18n.tsx'
import { CrumbList } from './crumb-list.tsx'
import { crumbsOf } from './crumbs.ts'
import { type Crumb, PlaceAbove } from './place.ts'

type Props = {
  title: string
  place?: string | undefined
  /** One sentence that says what the page says, for search engines and for links that are shared. */
  description?: string | undefined
  /** Pages between the section and this one, the section with them; without it the section is found. */
  trail?: readonly Crumb[] | undefined
  /** A long page lists its headings; `false` where the page has a list of its own. */
  hasContents?: boolean
  children: ReactNode
}

/** The main part of a page; its title also names the window. */
export function Page({ title, place, description, trail, hasContents = true, children }: Props) {
  const { text, path } = useSpeech()
  const { pathname } = useLocation()
  const start = { label: text('platform.start'), address: path('/') }
  const crumbs = crumbsOf({ pathname, title, start, place: use(PlaceAbove), trail })
  return (
    <>
      <title>{[title, place, text('platform.name')].filter(Boolean).join(' · ')}</title>
      {description ? <meta name="description" content={description} /> : null}
      <CrumbList crumbs={crumbs} />
      <main id="content" className="wrap">
        {hasContents ? <Contents /> : null}
        {children}
        <p className="to-top">
          <a href="#content">{text('platform.toTop')}</a>
        </p>
      </main>
    </>
  )
}

/** Where the list of headings will be: `fillContents` knows them once the page is drawn. */
function Contents() {
  const { text } = useSpeech()
  return (
    <nav className="contents" aria-label={text('platform.contents')}>
      <p>{text('platform.contents')}</p>
      <ul className="links" />
    </nav>
  )
}
