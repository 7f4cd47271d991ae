import { expect, test } from 'vitest'
import { publicApi } from './api/endpoints.server.ts'
import { API_ADDRESSES } from './api-addresses.ts'

test('the page of open data names every address of the API and its formats', () => {
  const named = API_ADDRESSES.map(({ path, isList }) => ({ path, isList }))
  const offered = publicApi.endpoints.map(({ path, columns }) => ({ path, isList: columns !== null }))
  expect(new Set(named.map(({ path }) => path))).toEqual(new Set(offered.map(({ path }) => path)))
  expect(offered).toEqual(expect.arrayContaining(named))
})
