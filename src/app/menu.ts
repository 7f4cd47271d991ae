import { faceOf } from '#platform/http/face.ts'
import type { Speech } from '#platform/i18n.tsx'
import type { SiteLink } from '#platform/ui/site.tsx'

/**
 * What stands below every page.
 *
 * @param pathname of the page that the links stand on, so that a report about it knows what it is about;
 *   undefined where there is no such page
 */
export function footerLinks({ text, path }: Speech, pathname: string | undefined): SiteLink[] {
  const report = path('/zinot')
  const isAboutPage = pathname !== undefined && faceOf(pathname) === 'public'
  return [
    { address: path('/par'), label: text('app.menu.about') },
    { address: path('/par#kontakti'), label: text('app.menu.contact') },
    { address: path('/metodes'), label: text('app.menu.methods') },
    { address: path('/vardnica'), label: text('app.menu.glossary') },
    { address: path('/pieklustamiba'), label: text('app.menu.accessibility') },
    { address: path('/aptaujas-pasvaldibam'), label: text('app.menu.polls') },
    { address: path('/atvertie-dati'), label: text('app.menu.api') },
    {
      address: isAboutPage ? `${report}?par=${pathname}` : report,
      label: text('app.menu.report'),
      isFormToFill: true,
    },
  ]
}
