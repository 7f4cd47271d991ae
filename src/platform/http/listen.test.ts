import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from './listen.server.ts'

const ADDRESS = { route: '/:page', parameters: [], formats: [], isStrict: false, action: null }

let server: Awaited<ReturnType<typeof listen>>
let folder: string
let version = '1'
let made = 0
let status = 200

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izaugsme-assets-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'look-abc.css'), 'body{}')
  await writeFile(join(folder, 'assets', 'page-abc.js'), 'hydrate()')
  await mkdir(join(folder, '.git'))
  await writeFile(join(folder, '.git', 'config'), 'remote = kept-apart')
  await mkdir(join(folder, 'islands'))
  await writeFile(join(folder, 'islands', 'text-abc.js'), 'improve()')
  version = '1'
  made = 0
  status = 200
  server = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder: folder,
    versionOf: async () => version,
    site: {
      addressOf: (pathname) => ({ ...ADDRESS, pathname }),
      answer: async (request, { refused }) => {
        if (!refused) made += 1
        const body = `<p>${new URL(request.url).pathname} ${version}</p>${'a'.repeat(1000)}`
        return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
      },
    },
  })
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

test('makes a page once for each version of the data', async () => {
  await fetch(`${server.address}/liepaja`)
  await fetch(`${server.address}/liepaja`)
  expect(made).toBe(1)
  version = '2'
  expect(await (await fetch(`${server.address}/liepaja`)).text()).toContain('/liepaja 2')
  expect(made).toBe(2)
})

test('answers that nothing has changed to who has the page already', async () => {
  const first = await fetch(`${server.address}/liepaja`)
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  const second = await fetch(`${server.address}/liepaja`, { headers })
  expect(second.status).toBe(304)
  const weak = { 'if-none-match': `"other", W/${first.headers.get('etag')}` }
  expect((await fetch(`${server.address}/liepaja`, { headers: weak })).status).toBe(304)
  version = '2'
  expect((await fetch(`${server.address}/liepaja`, { headers })).status).toBe(200)
})

const getIn = (acceptEncoding: string, headers = {}) =>
  fetch(`${server.address}/liepaja`, { headers: { 'accept-encoding': acceptEncoding, ...headers } })

test('compresses for those who can read it, and gives the same page to the others', async () => {
  const small = await getIn('gzip')
  const plain = await getIn('gzip;q=0')
  expect(small.headers.get('content-encoding')).toBe('gzip')
  expect(Number(small.headers.get('content-length'))).toBeLessThan(200)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(Number(plain.headers.get('content-length'))).toBeGreaterThan(1000)
  expect(await small.text()).toBe(await plain.text())
})

test('gives each coding a tag of its own, with which nothing is sent again', async () => {
  const small = await getIn('gzip')
  const plain = await getIn('identity')
  expect(small.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  for (const [coding, { headers }] of [
    ['gzip', small],
    ['identity', plain],
  ] as const) {
    const again = await getIn(coding, { 'if-none-match': headers.get('etag') })
    expect(again.status).toBe(304)
    for (const name of ['etag', 'vary', 'cache-control'])
      expect(again.headers.get(name)).toBe(headers.get(name))
    expect(again.headers.get('content-type')).toBeNull()
  }
  expect((await getIn('gzip', { 'if-none-match': plain.headers.get('etag') })).status).toBe(200)
})

test('says that it has nothing for those who take neither coding', async () => {
  const none = await getIn('*;q=0')
  expect(none.status).toBe(406)
  expect(none.headers.get('vary')).toBe('Accept-Encoding')
})

test('varies by nothing but what decides', async () => {
  expect((await getIn('gzip')).headers.get('vary')).toBe('Accept-Encoding')
  expect((await fetch(`${server.address}/assets/look-abc.css`)).headers.get('vary')).toBeNull()
})

test('does not keep failures', async () => {
  status = 500
  await fetch(`${server.address}/liepaja`)
  status = 200
  expect((await fetch(`${server.address}/liepaja`)).status).toBe(200)
})

test('lets no script run and no other site frame a page', async () => {
  const { headers } = await fetch(`${server.address}/liepaja`)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('script-src')
})

test('lets browsers keep files whose name carries their content', async () => {
  const asset = await fetch(`${server.address}/assets/look-abc.css`)
  expect(await asset.text()).toBe('body{}')
  expect(asset.headers.get('cache-control')).toContain('immutable')
})

test('serves islands, and no script that would take over a page', async () => {
  const island = await fetch(`${server.address}/islands/text-abc.js`)
  expect(await island.text()).toBe('improve()')
  expect(island.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${server.address}/assets/page-abc.js`)).status).toBe(404)
  expect(made).toBe(0)
})

test('gives files by their names alone: no folder, and nothing hidden', async () => {
  for (const path of ['/assets/', '/assets', '/islands/', '/.git/config', '/assets/..%2f.git/config']) {
    const said = await (await fetch(server.address + path)).text()
    expect(said).not.toMatch(/look-abc|text-abc|kept-apart/)
  }
})

test('refuses to be written to', async () => {
  expect((await fetch(`${server.address}/liepaja`, { method: 'POST' })).status).toBe(405)
  expect(made).toBe(0)
})

test('tells browsers who may use what, and to come by https where that is the public address', async () => {
  const { headers } = await fetch(`${server.address}/liepaja`)
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('strict-transport-security')).toBeNull()
  const site = { addressOf: () => undefined, answer: async () => new Response('page') }
  const https = await listen({
    host: '127.0.0.1',
    port: 0,
    versionOf: async () => '1',
    site,
    address: 'https://izaugsme.lv',
  })
  for (const path of ['/liepaja', '/zinot']) {
    const response = await fetch(https.address + path)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  }
  await https.close()
})
