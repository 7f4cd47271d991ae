import { readFile } from 'node:fs/promises'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { matchRoutes, type RouteObject } from 'react-router'
import { describe, expect, test } from 'vitest'
import type { Handle } from '#platform/http/address.ts'
import { faceOf, WORKING } from '#platform/http/face.ts'
import routes from '../src/routes.ts'

type Page = { action?: unknown; handle?: Handle }
const modules = import.meta.glob<Page>('../src/**/*.{ts,tsx}')

/** Every address of the product, with the file that answers it. */
function addressesOf(entries: readonly RouteConfigEntry[], before = ''): { address: string; file: string }[] {
  return entries.flatMap(({ path = '', file, children = [] }) => {
    const address = [before, path].filter(Boolean).join('/')
    return children.length > 0 ? addressesOf(children, address) : [{ address: `/${address}`, file }]
  })
}
const addresses = addressesOf(routes)
const known = new Set(addresses.map(({ address }) => address))
const loadPage = async (file: string) => (await modules[`../src/${file}`]?.()) ?? {}

/** Every page of the product is loaded for it, beside builds and gates that want the machine as well. */
const EVERY_PAGE = 120_000

const matched: RouteObject[] = routes.map(asRouteObject)
function asRouteObject({ path = '', index, children = [] }: RouteConfigEntry): RouteObject {
  return index ? { index: true } : { path, children: children.map(asRouteObject) }
}

describe('the two faces', () => {
  test('what takes posts is personal, and says to the log what it does', {
    timeout: EVERY_PAGE,
  }, async () => {
    const posting: string[] = []
    for (const { address, file } of addresses) {
      const { action, handle } = await loadPage(file)
      if (!action) continue
      posting.push(address)
      expect(faceOf(address), address).toBe('personal')
      expect(handle?.action, address).toMatch(/^[a-z]+(\.[a-z]+)+$/)
    }
    expect(posting).toContain('/zinot')
  })

  test('every personal page exists in both languages', () => {
    const latvian = [...known].filter(
      (address) => faceOf(address) === 'personal' && !address.startsWith('/en/'),
    )
    expect(latvian.length).toBeGreaterThan(1)
    expect(latvian.filter((address) => !known.has(`/en${address}`))).toEqual([])
  })

  test('a working twin stands beside a public page', () => {
    const twins = [...known].filter((address) => address.endsWith(`/${WORKING}`))
    expect(twins.filter((address) => !known.has(address.slice(0, -WORKING.length - 1)))).toEqual([])
  })

  test('no municipality is called like a section of the site', async () => {
    const table: { slug: string }[] = parse(await readFile('data/latvia/municipalities.csv'), {
      columns: true,
    })
    const slugs = new Set(table.map(({ slug }) => slug))
    const sections = [...known].map((address) => address.split('/')[1] ?? '')
    expect(slugs.size).toBeGreaterThan(40)
    expect([...sections, 'assets', 'islands', 'favicon.svg'].filter((section) => slugs.has(section))).toEqual(
      [],
    )
    expect([...slugs].filter((slug) => faceOf(`/${slug}`) !== 'public')).toEqual([])
  })
})

describe('an address', () => {
  test.each([
    '/zinot',
    '/ZINOT/',
    '/%7Ainot',
    '/en/zinot',
    '/EN/%5aInOt',
    '/zinot/paldies',
    '/liepaja/raditaji/14/Labot',
  ])('%s is personal', (address) => {
    expect(faceOf(address)).toBe('personal')
  })

  test.each(['/', '/en', '/liepaja', '/en/liepaja/zinot', '/labots', '/api/v1/darbs', '/zinot%2Fpaldies'])(
    '%s is public',
    (address) => {
      expect(faceOf(address)).toBe('public')
    },
  )

  test('however it is written, is of the face of the page that the router finds for it', {
    timeout: 30_000,
  }, () => {
    const odd = (segment: string) =>
      fc
        .array(fc.integer({ min: 0, max: 2 }), { minLength: segment.length, maxLength: segment.length })
        .map((ways) => [...segment].map((sign, index) => spell(sign, ways[index] ?? 0)).join(''))
    const start = fc.constantFrom('', '/', '/en', '/EN', '/%65n')
    const written = fc.tuple(
      start,
      fc.oneof(odd('zinot'), odd('metodes'), odd('darbs'), odd('liepaja')),
      fc.oneof(
        fc.constant(''),
        fc.constant('/'),
        odd('paldies').map((end) => `/${end}`),
        odd('raditaji').map((end) => `/${end}/`),
      ),
    )
    fc.assert(
      fc.property(written, ([language, section, end]) => {
        const address = `${language === '/' ? '' : language}/${section}${end}`
        const found = matchRoutes(matched, address)
        if (!found) return
        const pattern = found.flatMap(({ route }) => route.path ?? []).join('/')
        const isPersonalPage = /^(en\/)?(zinot|darbs)/.test(pattern)
        if (isPersonalPage) expect(faceOf(address), address).toBe('personal')
        else if (!/:municipality/.test(pattern)) expect(faceOf(address), address).toBe('public')
      }),
      { numRuns: 500 },
    )
  })
})

function spell(sign: string, way: number) {
  if (way === 1) return sign.toUpperCase()
  return way === 2 ? `%${sign.charCodeAt(0).toString(16)}` : sign
}
