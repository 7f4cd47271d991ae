import { readFile } from 'node:fs/promises'
import { matchRoutes, type RouteObject, RouterContextProvider } from 'react-router'
import { expect, vi } from 'vitest'
import { municipalityContext } from '#modules/registry.context'
import { findMunicipality } from '#modules/registry.server'
import { searchContext } from '#modules/search.context'
import { apiContext, databaseContext, readInRequest, textsContext } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { faceOf } from '#platform/http/face.ts'
import { publicApi } from '../src/app/api.server.ts'
import { searchIndexOf, searchKinds } from '../src/app/search.server.ts'
import { textIn } from '../src/app/texts.server.ts'
import routes from '../src/routes.ts'
import { test } from './support/database.ts'
import { readExamples } from './support/examples.ts'

type Page = {
  loader?: (asked: { request: Request; params: object; context: RouterContextProvider }) => unknown
  handle?: Handle
}

const pages = import.meta.glob<Page>(['../src/modules/*/pages/*.{ts,tsx}', '!**/*.test.*'])
type Entry = { path?: string | undefined; file: string; children?: readonly Entry[] | undefined }
const addresses = routes as readonly Entry[]

/** Names of something that exists, so that a page reads all it reads: those in the examples that a module gives. */
async function readParams(): Promise<Map<string, object>> {
  const params = new Map<string, object>()
  for (const example of await readExamples()) {
    const match = matchRoutes(
      addresses as (RouteObject & Entry)[],
      new URL(example, 'http://localhost').pathname,
    )?.at(-1)
    const module = moduleOf(match?.route.file ?? '')
    params.set(module, { ...match?.params, ...params.get(module) })
  }
  return params
}
const moduleOf = (file: string) => /modules\/(\w+)\//.exec(file)?.[1] ?? ''

/** The query parameters that a page asks for while it reads its data. */
async function listParametersRead(loader: Page['loader'], params: object, context: RouterContextProvider) {
  const names = new Set<string>()
  const { get } = URLSearchParams.prototype
  const watched = vi.spyOn(URLSearchParams.prototype, 'get').mockImplementation(function (
    this: URLSearchParams,
    name,
  ) {
    names.add(name)
    return get.call(this, name)
  })
  const { getAll } = URLSearchParams.prototype
  const watchedAll = vi.spyOn(URLSearchParams.prototype, 'getAll').mockImplementation(function (
    this: URLSearchParams,
    name,
  ) {
    names.add(name)
    return getAll.call(this, name)
  })
  try {
    await loader?.({ request: new Request('http://localhost/liepaja'), params, context })
  } catch (error) {
    // A file of one thing refuses whoever names none, after it has looked for the name.
    if (!(error instanceof Error && error.name === 'Refused')) throw error
  } finally {
    watched.mockRestore()
    watchedAll.mockRestore()
  }
  return [...names].sort()
}

/** Files of pages that everybody reads; the others are somebody's, and refuse who is nobody. */
function isPublic(file: string): boolean {
  const own = addressesOf(addresses).filter((one) => file.endsWith(`/${one.file}`))
  return own.length > 0 && own.every(({ address }) => faceOf(address) === 'public')
}

type Placed = { address: string; file: string }
const addressesOf = (entries: readonly Entry[], before = ''): Placed[] =>
  entries.flatMap(({ path = '', file, children = [] }) => {
    const address = [before, path].filter(Boolean).join('/')
    return children.length > 0 ? addressesOf(children, address) : [{ address: `/${address}`, file }]
  })

test('every public page declares the query parameters that it reads, and no others', async ({ db }) => {
  const context = new RouterContextProvider()
  context.set(databaseContext, db)
  const municipality = await readInRequest(context, (tx) => findMunicipality(tx, 'liepaja'))
  if (!municipality) throw new Error('Liepāja is not loaded')
  context.set(municipalityContext, { municipality, successor: undefined, home: '/liepaja', plan: undefined })
  context.set(apiContext, publicApi)
  context.set(textsContext, textIn)
  context.set(searchContext, { kinds: searchKinds, index: () => searchIndexOf(db) })

  const params = await readParams()
  const read: Record<string, string[]> = {}
  const declared: Record<string, string[]> = {}
  for (const [file, load] of Object.entries(pages).filter(([name]) => isPublic(name))) {
    const { loader, handle } = await load()
    const names = { ...params.get(moduleOf(file)), municipality: 'liepaja' }
    read[file] = await listParametersRead(loader, names, context)
    declared[file] = [...(handle?.parameters ?? [])].sort()
  }
  expect(declared).toEqual(read)
  expect(Object.values(read).filter((names) => names.length > 0).length).toBeGreaterThan(8)
})

test('a page of somebody’s names no parameter that it does not declare', async () => {
  const silent: string[] = []
  for (const [file, load] of Object.entries(pages)) {
    const source = await readFile(new URL(file, import.meta.url), 'utf8')
    const { handle } = await load()
    for (const [, name = ''] of source.matchAll(/searchParams\.get\('(\w+)'\)/g))
      if (!handle?.parameters?.includes(name)) silent.push(`${file}: ${name}`)
  }
  expect(silent).toEqual([])
})

test('no page looks at its request without saying what it reads from it', async () => {
  const silent: string[] = []
  for (const file of Object.keys(pages)) {
    const source = await readFile(new URL(file, import.meta.url), 'utf8')
    if (
      /export (async )?function loader\([^)]*\brequest\b/.test(source) &&
      !source.includes('export const handle') &&
      isPublic(file)
    )
      silent.push(file)
  }
  expect(silent).toEqual([])
})
