import { expect, test } from 'vitest'
import type { Handle } from '#platform/http/address.ts'
import { faceOf } from '#platform/http/face.ts'
import { everyCapability } from '#platform/rights/capabilities.ts'
import '../../src/app/reach.server.ts'
import type { BuiltRoute } from './page-table.ts'

const door = '../../build/server/site.js'

/** Internal pages and downloads: what stands in a workplace of a municipality, and working twins of public pages. */
async function internalPages() {
  const { pages } = (await import(door)) as { pages: { routes: Record<string, BuiltRoute | undefined> } }
  const { routes } = pages
  const patternOf = ({ parentId, path = '' }: BuiltRoute): string => {
    const above = parentId ? routes[parentId] : undefined
    return [above ? patternOf(above) : '', path].filter(Boolean).join('/')
  }
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .filter(({ id }) => !parents.has(id))
    .map((route) => ({
      pattern: `/${patternOf(route)}`,
      handle: (route.module as { handle?: Handle }).handle,
    }))
    .filter(({ pattern }) =>
      /^(\/en)?\/darbs\/(:municipality|tiesibas|konti|zurnals|zinojumi|sistema|kas-redz)(\/|$)|\/labot$/.test(
        pattern,
      ),
    )
}

test('every internal page says by which rights one sees what it shows', async () => {
  const pages = await internalPages()
  expect(pages.length).toBeGreaterThan(8)
  expect(pages.every(({ pattern }) => faceOf(pattern) === 'personal')).toBe(true)
  const silent = pages.filter(({ handle }) => !handle?.reads || handle.reads.length === 0)
  expect(silent.map(({ pattern }) => `${pattern}: handle.reads says nothing`)).toEqual([])
})

test('every right that a page names is one that there is', async () => {
  const known: readonly string[] = everyCapability()
  const named = (await internalPages()).flatMap(({ pattern, handle }) =>
    [...(typeof handle?.reads === 'string' ? [] : (handle?.reads ?? [])), ...(handle?.changes ?? [])].map(
      (capability) => ({ pattern, capability }),
    ),
  )
  expect(named.filter(({ capability }) => !known.includes(capability))).toEqual([])
})
