import { faceOf } from '#platform/http/face.ts'
import type { Speech } from '#platform/i18n.tsx'
import type { SiteLink } from '#platform/ui/site.tsx'

/** Sections of a municipality, in the order in which a reader goes through them. */
export function municipalityMenu({ text, path }: Speech, slug: string): SiteLink[] {
  const section = (address: string, label: string) => ({ address: path(`/${slug}${address}`), label })
  return [
    section('', text('app.menu.overview')),
    section('/strategija', text('app.menu.strategy')),
    section('/raditaji', text('app.menu.indicators')),
    section('/ricibas-plans', text('app.menu.actionPlan')),
    section('/programmas', text('app.menu.programmes')),
    section('/aptaujas', text('app.menu.surveys')),
    section('/parskati', text('app.menu.reports')),
    section('/datu-kvalitate', text('app.menu.dataQuality')),
  ]
}

/**
 * @param pathname of the page that the links stand on, so that a report about it knows what it is about;
 *   undefined where there is no such page
 */
export function footerLinks({ text, path }: Speech, pathname: string | undefined): SiteLink[] {
  const report = path('/zinot')
  const isAboutPage = pathname !== undefined && faceOf(pathname) === 'public'
  return [
    { address: path('/metodes'), label: text('app.menu.methods') },
    { address: path('/pieklustamiba'), label: text('app.menu.accessibility') },
    { address: path('/atvertie-dati'), label: text('app.menu.api') },
    {
      address: isAboutPage ? `${report}?par=${pathname}` : report,
      label: text('app.menu.report'),
      isFormToFill: true,
    },
  ]
}
