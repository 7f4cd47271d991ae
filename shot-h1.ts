import { startBrowser, connectTo } from './tests/support/browser.ts'
const [who, ...addresses] = process.argv.slice(2)
const server = await startBrowser()
const browser = await connectTo(server.wsEndpoint())
const base = 'http://127.0.0.1:4211'
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const page = await context.newPage()
await page.goto(`${base}/pieslegties`)
await page.fill('input[name=email]', `${who}@demo.izaugsme`)
await page.fill('input[type=password]', 'izaugsme-demo')
await page.click('main button[type=submit]')
await page.waitForLoadState()
console.log('at', page.url())
for (const address of addresses) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const answer = await page.goto(base + address)
    const name = `/tmp/h1-shots/${address.replace(/[^a-z0-9]+/gi, '_')}-${width}.png`
    await page.screenshot({ path: name, fullPage: true })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    console.log(answer?.status(), name, over > 0 ? `OVER ${over}` : '')
  }
}
await browser.close(); await server.close(); process.exit(0)
