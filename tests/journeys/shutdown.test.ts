import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startSite } from './start-site.ts'

/** Containers are killed ten seconds after they were told to end. */
const TEN_SECONDS = 10_000

test('the server ends within ten seconds, whatever is half sent, and answers what it has begun', async () => {
  const site = await startSite()
  const { hostname, port } = new URL(site.address)
  const half = connect(Number(port), hostname).on('error', () => undefined)
  await once(half, 'connect')
  half.write('GET / HTTP/1.1\r\nX: ')
  const answer = fetch(`${site.address}/liepaja/datu-kvalitate?q=pedagogi`)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const began = performance.now()
  const [code] = await Promise.all([site.stop(), answer])
  expect(performance.now() - began).toBeLessThan(TEN_SECONDS)
  expect(code).toBe(0)
  expect((await answer).status).toBe(200)
  expect(await (await answer).text()).toContain('</html>')
})
