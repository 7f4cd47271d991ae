import { describe, expect } from 'vitest'
import { accessibilityFaults, contentFaults, linkFaults, widthFaults } from '../pages/expectations.ts'
import { openWindow, visitPage } from '../pages/visit.ts'
import { serve } from '../support/serve.ts'
import { test as base } from './site.ts'

type Answer = { status?: number; cacheControl?: string; lang?: string; title?: string }

/** A visit of a page that has this body, by a site on which anything can be wrong. */
const test = base.extend('visit', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
  let planted: Required<Answer> & { body: string } = { ...WELL, body: '' }
  const { site, stop } = await serve((_, response) => {
    const { status, cacheControl, lang, title, body } = planted
    response.writeHead(status, { 'content-type': 'text/html', 'cache-control': cacheControl })
    response.end(`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head>
      <body style="margin: 0">${body}</body></html>`)
  })
  onCleanup(stop)
  const window = await openWindow(browser)
  return (address: string, body: string, answer: Answer = {}) => {
    planted = { ...WELL, ...answer, body }
    return visitPage(window, site, address)
  }
})

const WELL = { status: 200, cacheControl: 'no-cache', lang: 'lv', title: 'Avoti · Izaugsme' }
const BODY = '<main><h1>Avoti</h1><p>Teksts</p></main>'
const PERSONAL = { cacheControl: 'no-store' }

describe('a page in which all is well', () => {
  test.for<[string, string, Answer]>([
    ['/avoti', BODY, {}],
    ['/en/avoti?page=2', BODY, { lang: 'en' }],
    ['/darbs', `${BODY}<script type="application/json">[1]</script>`, PERSONAL],
    ['/liepaja/avoti/labot', BODY, { ...PERSONAL, status: 403 }],
  ])('has no faults: %s', async ([address, body, answer], { visit }) => {
    const visited = await visit(address, body, answer)
    const faults = [accessibilityFaults, widthFaults, contentFaults].flatMap((find) => find(visited))
    expect(faults).toEqual([])
  })
})

describe('a planted page is named with its fault', () => {
  test.for<[string, string, Answer, string]>([
    ['/avoti', '<main>Avoti</main>', {}, 'has 0 <h1>, where one heading must say what the page is about'],
    ['/avoti', `${BODY}<h1>Citi</h1>`, {}, 'has 2 <h1>, where one heading must say what the page is about'],
    ['/avoti', '<h1>Avoti</h1>', {}, 'has 0 <main>, where one must hold what is the page’s own'],
    ['/avoti', BODY, { title: 'Avoti' }, 'is called “Avoti”, not “… · Izaugsme”'],
    ['/en/avoti', BODY, {}, 'says it is in “lv”, not in “en”'],
    ['/avoti', BODY, { status: 500 }, 'answers 500'],
    ['/avoti', `${BODY}<script></script>`, {}, 'has 1 <script>, though public pages ship none'],
    ['/darbs', BODY, {}, 'may be kept (“no-cache”), though it is personal'],
    ['/zinot', BODY, { ...PERSONAL, status: 404 }, 'answers 404'],
    [
      '/liepaja/avoti/labot',
      `${BODY}<script></script>`,
      PERSONAL,
      'has 1 <script> in itself, which the browser must refuse',
    ],
  ])('%s: %s', async ([address, body, answer, fault], { visit }) => {
    expect(contentFaults(await visit(address, body, answer))).toEqual([`${address} ${fault}.`])
  })

  test('whose heading only a script makes', async ({ visit }) => {
    const made = `<main></main><script>document.querySelector('main').innerHTML = '<h1>Avoti</h1>'</script>`
    expect(contentFaults(await visit('/darbs', made, PERSONAL))).toContain(
      '/darbs has 0 <h1>, where one heading must say what the page is about.',
    )
  })

  test('that does not fit the narrowest window', async ({ visit }) => {
    const wide = '<main><h1>Avoti</h1><div style="width: 350px">Plats</div></main>'
    expect(widthFaults(await visit('/avoti', wide))).toEqual([
      '/avoti is 30 px wider than the window (reflow).',
      '/avoti is 30 px wider than the window (unfolded).',
    ])
  })

  test('that does not fit when what folds is open', async ({ visit }) => {
    const wide =
      '<main><h1>Avoti</h1><details><summary>Vairāk</summary><div style="width: 350px">Plats</div></details></main>'
    expect(widthFaults(await visit('/avoti', wide))).toEqual([
      '/avoti is 30 px wider than the window (unfolded).',
    ])
  })

  test('whose links of one name lead to different places', async ({ visit }) => {
    const links = '<main><h1>Avoti</h1><p><a href="/a">Vairāk</a></p><p><a href="/b">Vairāk</a></p></main>'
    expect(linkFaults(await visit('/avoti', links))).toHaveLength(1)
  })

  test('that breaks an accessibility rule on a phone alone', async ({ visit }) => {
    const picture = '<img src="data:," style="width: 9px; height: 9px">'
    const onPhone = `<style>@media (width > 400px) { img { display: none } }</style>${BODY.replace('</p>', `</p>${picture}`)}`
    expect(accessibilityFaults(await visit('/avoti', onPhone))).toEqual([
      '/avoti on a phone breaks image-alt: img.',
    ])
  })
})
