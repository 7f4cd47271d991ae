import { expect } from 'vitest'
import { test } from './site.ts'

const attribute = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    (value ?? '').replaceAll('&amp;', '&'),
  )

/** Pages are read one after the other, which takes a busy machine its time. */
const WHOLE_SITE = 240_000

test(
  'every link of the site leads to a page that exists, and every anchor to a place on it',
  async ({ address }) => {
    const pages = new Map<string, { status: number; ids: Set<string> }>()
    const anchors: { from: string; to: string; id: string }[] = []
    const waiting = ['/', '/en']
    const seen = new Set(waiting)
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const response = await fetch(address + path)
      const isPage = response.headers.get('content-type')?.startsWith('text/html')
      const html = isPage ? await response.text() : ''
      pages.set(path, { status: response.status, ids: new Set(attribute(html, 'id')) })
      for (const link of attribute(html, 'href')) {
        const url = new URL(link, address + path)
        if (url.origin !== address || url.pathname.startsWith('/assets/')) continue
        const to = url.pathname + url.search
        if (url.hash) anchors.push({ from: path, to, id: decodeURIComponent(url.hash.slice(1)) })
        // Filters multiply without end; pages with a question are followed one step only.
        if (seen.has(to) || (url.search && path.includes('?'))) continue
        seen.add(to)
        waiting.push(to)
      }
    }
    expect(pages.size).toBeGreaterThan(150)
    expect([...pages].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([])
    const lost = anchors.filter(({ to, id }) => pages.has(to) && !pages.get(to)?.ids.has(id))
    expect(lost.map(({ from, to, id }) => `${from} → ${to}#${id}`)).toEqual([])
  },
  WHOLE_SITE,
)

test('an address that does not exist answers 404 with a page that helps on', async ({ visitor, address }) => {
  expect((await fetch(`${address}/atlantida`)).status).toBe(404)
  const page = await visitor.open('/liepaja/raditaji/999')
  expect(await page.locator('h1').textContent()).toBe('Šādas lapas nav')
  await page.getByRole('link', { name: 'Visas pašvaldības' }).click()
  expect(new URL(page.url()).pathname).toBe('/')
})
