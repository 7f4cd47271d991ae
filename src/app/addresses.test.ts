import fc from 'fast-check'
import type { ServerBuild } from 'react-router'
import { describe, expect, test } from 'vitest'
import { createAddressBook } from './addresses.ts'
import { publicApi } from './api.server.ts'

const route = (id: string, parentId: string | undefined, path: string | undefined, handle?: object) => [
  id,
  { id, parentId, path, index: path === undefined && parentId !== undefined, module: { handle } },
]
const routes = Object.fromEntries([
  route('root', undefined, ''),
  route('country', 'root', undefined, { parameters: ['q', 'day'] }),
  route('town', 'root', ':municipality'),
  route('list', 'town', 'raditaji', { parameters: ['period'] }),
  route('one', 'town', 'raditaji/:code'),
  route('api', 'root', 'api/*'),
])
const addressOf = createAddressBook({ routes } as unknown as ServerBuild, publicApi)

describe('what is known of an address', () => {
  test('its pattern and the parameters that its page declares', () => {
    expect(addressOf('/')).toMatchObject({ route: '/', parameters: ['q', 'day'], isStrict: false })
    expect(addressOf('/liepaja/raditaji')).toMatchObject({
      route: '/:municipality/raditaji',
      parameters: ['period'],
    })
    expect(addressOf('/liepaja/raditaji/14')).toMatchObject({
      route: '/:municipality/raditaji/:code',
      parameters: [],
    })
  })

  test.each(['/liepaja/raditaji/', '/liepaja/RADITAJI', '/%6ciepaja/%72aditaji'])(
    '%s is the same address as the page has in links',
    (pathname) => {
      expect(addressOf(pathname)?.pathname).toBe('/liepaja/raditaji')
    },
  )

  test('names are part of it as they are', () => {
    expect(addressOf('/Liepaja/raditaji')?.pathname).toBe('/Liepaja/raditaji')
    expect(addressOf('/liepaja/raditaji/a%2Fb%3F')?.pathname).toBe('/liepaja/raditaji/a%2Fb%3F')
  })

  test('nothing, where no page can be', () => {
    expect(addressOf('/liepaja/nekas/te/nav')).toBeUndefined()
    expect(addressOf('/liepaja//raditaji')).toBeUndefined()
  })

  test('writing an address in its one way twice changes nothing', () => {
    const segment = fc.string({ minLength: 1, unit: 'grapheme' }).map(encodeURIComponent)
    fc.assert(
      fc.property(segment, segment, (town, code) => {
        const written = addressOf(`/${town}/raditaji/${code}`)?.pathname
        if (written !== undefined) expect(addressOf(written)?.pathname).toBe(written)
      }),
    )
  })
})

describe('an address of the API', () => {
  test('knows its endpoint, parameters and formats', () => {
    const found = addressOf('/api/v1/strategies/liepaja-2020-2025/actions/')
    expect(found).toMatchObject({
      route: '/api/v1/strategies/{id}/actions',
      pathname: '/api/v1/strategies/liepaja-2020-2025/actions',
      formats: ['json', 'csv'],
      isStrict: true,
    })
    expect(found?.parameters).toContain('limit')
  })

  test('with an ending has no format to choose', () => {
    expect(addressOf('/api/v1/strategies.csv')).toMatchObject({
      pathname: '/api/v1/strategies.csv',
      formats: [],
    })
  })

  test('has no other way of writing by which it would be kept twice', () => {
    expect(addressOf('/API/v1/%73trategies')?.pathname).toBe('/api/v1/strategies')
  })
})
