import { useLocation } from 'react-router'
import { useSpeech } from '../i18n.tsx'

/** Name of the municipality in the address of a personal page: `/darbs/liepaja/…` and `/liepaja/…/labot`. */
const MUNICIPALITY = /^(?:\/en)?(?:\/darbs)?\/([^/]+)/

/** Leads from an internal page to everybody who can see and change what it shows. */
export function WhoCanSee() {
  const { text, path } = useSpeech()
  const { pathname } = useLocation()
  const [, municipality = ''] = MUNICIPALITY.exec(pathname) ?? []
  const page = pathname.replace(/^\/en(?=\/)/, '')
  return <a href={path(`/darbs/${municipality}/kas-redz?lapa=${page}`)}>{text('platform.whoCanSee')}</a>
}
