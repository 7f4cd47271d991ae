import type { Page } from 'playwright-core'

/**
 * Names that several links bear which lead to different places. Who hears a link must know from it, and from what stands
 * around it, where it leads: the row, item or paragraph, the column and the heading (WCAG 2.2, 2.4.4).
 */
export function findSameNamed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const places = new Map<string, Set<string>>()
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      if (link.closest('[aria-hidden=true], nav')) continue
      const around = [
        link.closest('tr, li, p')?.textContent ?? '',
        link.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? '',
        link.previousSibling?.textContent ?? '',
        link.closest('table')?.caption?.textContent ?? '',
        link.closest('section')?.querySelector('h2, h3')?.textContent ?? '',
      ].join(' ')
      const drawn = link.querySelector('[role=img][aria-label], img[alt]')
      const own = link.getAttribute('aria-label') ?? link.textContent ?? ''
      const named = own.trim() || drawn?.getAttribute('aria-label') || ''
      const name = `${named} ${around.trim() === named ? '' : around}`.replace(/\s+/g, ' ').trim()
      places.set(name, (places.get(name) ?? new Set()).add(link.href))
    }
    return [...places].filter(([, to]) => to.size > 1).map(([name, to]) => `“${name}” (${to.size})`)
  })
}
