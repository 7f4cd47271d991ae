import { type ReactNode, use } from 'react'
import { useLocation, useRouteError } from 'react-router'
import { faceOf } from '../http/face.ts'
import { useSpeech } from '../i18n.tsx'
import { ServedPage } from '../islands/served-page.ts'
import { AboutData } from './about-data.tsx'
import { CrumbList } from './crumb-list.tsx'
import { crumbsOf } from './crumbs.ts'
import { Described } from './described.tsx'
import { describeCrumbs, describeSite, LATER } from './linked-data.ts'
import { LinkedDataBlock } from './linked-data-block.tsx'
import { type Crumb, PlaceAbove } from './place.ts'

type Props = {
  title: string
  place?: string | undefined
  /** One sentence that says what the page says, for search engines and for links that are shared; without it its first sentences. */
  description?: string | undefined
  /** Pages between the section and this one, the section with them; without it the section is found. */
  trail?: readonly Crumb[] | undefined
  /** A long page lists its headings; `false` where the page has a list of its own. */
  hasContents?: boolean
  /** Address of a picture of what it says, for links that are shared. */
  image?: string | undefined
  /** What its data measure; without it what the page is called. */
  measures?: readonly string[] | undefined
  children: ReactNode
}

/** The main part of a page; its title also names the window. */
export function Page({
  title,
  place,
  description,
  trail,
  hasContents = true,
  image,
  measures,
  children,
}: Props) {
  const { text, path, language } = useSpeech()
  const { pathname } = useLocation()
  const start = { label: text('platform.start'), address: path('/') }
  const above = use(PlaceAbove)
  const { facts } = use(ServedPage)
  const hasFailed = Boolean(useRouteError())
  const isPublic = faceOf(pathname) === 'public' && !hasFailed
  const crumbs = crumbsOf({ pathname, title, start, place: above, trail })
  const name = [title, place, text('platform.name')].filter(Boolean).join(' · ')
  return (
    <>
      <title>{name}</title>
      <Described
        title={name}
        description={description ?? (place && `${place}. ${LATER.description}`)}
        image={image}
      />
      {isPublic && crumbs.length > 1 ? (
        <LinkedDataBlock kind="page" data={describeCrumbs(facts, crumbs)} />
      ) : null}
      {pathname === start.address ? (
        <LinkedDataBlock
          kind="page"
          data={describeSite(facts, { name: text('platform.name'), language, home: pathname })}
        />
      ) : null}
      <CrumbList crumbs={crumbs} />
      <main id="content" className="wrap">
        {hasContents ? <Contents /> : null}
        {children}
        {isPublic && above?.data ? <AboutData title={title} data={above.data} measures={measures} /> : null}
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
