import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { startSite } from './start-site.ts'

/** Containers are killed ten seconds after they were told to end. */
const TEN_SECONDS = 10_000

test('the server ends within ten seconds, whatever is half sent, and answers what it has begun', async () => {
  const site = await startSite()
  const { hostname, port } = new URL(site.address)
  const half = connect(Number(port), hostname).on('error', () => undefined)
  await once(half, 'connect')
  half.write('GET / HTTP/1.1\r\nX: ')
  const begun = connect(Number(port), hostname)
  let answer = ''
  begun.setEncoding('utf8').on('data', (part: string) => {
    answer += part
  })
  const isAnswered = once(begun, 'end')
  begun.write(
    `GET /liepaja/datu-kvalitate?q=pedagogi HTTP/1.1\r\nHost: ${hostname}:${port}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
  )
  // By this the server says that it has begun.
  await vi.waitFor(() => expect(answer).toContain('100 Continue'), { timeout: 5000, interval: 5 })
  const began = performance.now()
  const [code] = await Promise.all([site.stop(), isAnswered])
  expect(performance.now() - began).toBeLessThan(TEN_SECONDS)
  expect(code).toBe(0)
  expect(answer).toContain('HTTP/1.1 200 OK')
  expect(answer).toContain('</html>')
})
