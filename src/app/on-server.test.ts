import { createRequestHandler, type EntryContext, type ServerBuild } from 'react-router'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FormAnswer } from '#platform/forms/form.ts'
import { refuse } from '#platform/refuse.ts'
import { onServer } from './on-server.ts'

function refusing() {
  refuse(403, 'platform.refused.grant')
}
function failing() {
  throw new Error('a defect')
}

/** A site of one page, which answers what React Router would have drawn. */
function siteOf(module: object) {
  const route = { id: 'root', path: '/', module: { default: () => null, ...module } }
  const build = {
    routes: { root: route },
    entry: { module: { default: drawNothing, handleError: () => undefined } },
    assets: { routes: { root: { id: 'root', path: '/', module: '' } }, entry: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  } as unknown as ServerBuild
  return createRequestHandler(onServer(build), 'production')
}

const drawNothing = (_: Request, status: number, __: Headers, { staticHandlerContext }: EntryContext) => {
  const { errors, loaderData, actionData } = staticHandlerContext
  return Response.json({ error: errors?.root ?? null, loaderData, actionData }, { status })
}

const get = () => new Request('http://localhost/')
const post = () => new Request('http://localhost/', { method: 'POST', body: '' })

test.each([
  ['a loader', { loader: refusing }, get],
  ['an action', { action: refusing }, post],
  ['middleware', { middleware: [refusing], loader: () => null }, get],
] as [string, object, () => Request][])(
  'a refusal in %s is shown with its status and reason',
  async (_, module, request) => {
    const response = await siteOf(module)(request())
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { data: { reason: 'platform.refused.grant' } } })
  },
)

test('a form that comes back has its own status and all that was typed', async () => {
  const answer = new FormAnswer(422, { text: 'Kļūda' }, { text: [{ reason: 'platform.form.missing' }] })
  const response = await siteOf({ action: () => answer })(post())
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ actionData: { root: { entered: { text: 'Kļūda' } } } })
})

test('a database that is away is said to be, in words', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => log.mockRestore())
  const away = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
  const response = await siteOf({ loader: away })(get())
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ error: { data: { reason: 'platform.refused.away' } } })
})

test('a defect stays a defect', async () => {
  const response = await siteOf({ loader: failing })(get())
  expect(response.status).toBe(500)
  expect(await response.json()).not.toHaveProperty('error.data.reason')
})

test('what a page has read is not written out', async () => {
  const response = await siteOf({ loader: () => ({ pupils: 25 }) })(get())
  expect(await response.json()).toMatchObject({ loaderData: { root: {} } })
})
