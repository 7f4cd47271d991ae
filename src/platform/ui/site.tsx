import { type ReactNode, use } from 'react'
import { useLocation } from 'react-router'
import { faceOf } from '../http/face.ts'
import { twinAddress, useSpeech } from '../i18n.tsx'
import { ServedPage } from '../islands/served-page.ts'
import { municipalDay } from '../rights/day.ts'
import { absolute } from './site-facts.ts'
import { SiteSearch } from './site-search.tsx'

export type SiteLink = {
  address: string
  label: string
  /** Search engines have nothing to find there. */
  isFormToFill?: boolean
}

type Props = {
  footerLinks: readonly SiteLink[]
  /** Who has signed in, or the way to do so. */
  account: ReactNode
  children: ReactNode
}

/** What stands above and below every page. */
export function Site({ footerLinks, account, children }: Props) {
  const { text, path, language, date } = useSpeech()
  const { facts } = use(ServedPage)
  const { pathname, search } = useLocation()
  const other = language === 'lv' ? 'en' : 'lv'
  return (
    <>
      <a className="skip" href="#content">
        {text('platform.toContent')}
      </a>
      <header className="site">
        <div className="wrap">
          <a className="mark" href={path('/')}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4 20V13M10 20V9M16 20V5" />
              <path className="leaf" d="M16 5c0-2 2-3 5-3 0 3-2 5-5 5" />
            </svg>
            {text('platform.name')}
          </a>
          <SiteSearch label={text('platform.search')} />
          <nav aria-label={text('platform.siteLinks')}>
            <a href={twinAddress(pathname, search)} lang={other} hrefLang={other}>
              {text('platform.otherLanguage')}
            </a>
            {account}
          </nav>
        </div>
      </header>
      {children}
      <footer className="foot">
        <div className="wrap">
          <p className="printed">
            {text('platform.printed', {
              site: text('platform.name'),
              // What stands behind a personal address may be a secret, and paper is read by others.
              address: absolute(facts, faceOf(pathname) === 'public' ? pathname + search : pathname),
              date: date(municipalDay()),
            })}
          </p>
          <p>{text('platform.everyFigure')}</p>
          <nav aria-label={text('platform.footerLinks')}>
            {footerLinks.map((link) => (
              <a key={link.address} href={link.address} rel={link.isFormToFill ? 'nofollow' : undefined}>
                {link.label}
              </a>
            ))}
          </nav>
        </div>
      </footer>
    </>
  )
}
