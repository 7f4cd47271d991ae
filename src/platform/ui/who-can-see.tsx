import { useLocation } from 'react-router'
import { useSpeech } from '../i18n.tsx'

/** Name of the municipality in the address of a personal page: `/darbs/liepaja/…` and `/liepaja/…/labot`. */
const MUNICIPALITY = /^(?:\/en)?(?:\/darbs)?\/([^/]+)/

/** Leads from an internal page, of a municipality or of the country, to everybody who can see and change what it shows. */
export function WhoCanSee({ isCountry = false }: { isCountry?: boolean }) {
  const { text, path } = useSpeech()
  const { pathname } = useLocation()
  const [, municipality = ''] = MUNICIPALITY.exec(pathname) ?? []
  const page = pathname.replace(/^\/en(?=\/)/, '')
  const home = isCountry ? '/darbs' : `/darbs/${municipality}`
  return <a href={path(`${home}/kas-redz?lapa=${page}`)}>{text('platform.whoCanSee')}</a>
}
