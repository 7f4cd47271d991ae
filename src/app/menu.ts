import type { Speech } from '#platform/i18n.tsx'
import type { SiteLink } from '#platform/ui/site.tsx'

/** What stands below every page. */
export function footerLinks({ text, path }: Speech): SiteLink[] {
  return [
    { address: path('/metodes'), label: text('app.menu.methods') },
    { address: path('/pieklustamiba'), label: text('app.menu.accessibility') },
    { address: path('/atvertie-dati'), label: text('app.menu.api') },
  ]
}
