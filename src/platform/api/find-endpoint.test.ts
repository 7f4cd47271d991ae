import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { findEndpoint } from './find-endpoint.ts'

const anEndpoint = (path: string, columns: string[] | null): Endpoint => ({
  path,
  columns,
  operation: path,
  tag: 'things',
  title: 'platform.api.index',
  summary: path,
  parameters: {},
  schema: z.object({}),
  answer: async () => undefined,
})
const endpoints = [anEndpoint('/', null), anEndpoint('/things', ['id']), anEndpoint('/things/{id}', null)]
const find = (pathname: string) => {
  const found = findEndpoint({ base: '/api/v1', endpoints }, pathname)
  return found && [found.endpoint.path, found.path.id, found.suffix]
}

test.for([
  ['/api/v1', ['/', undefined, undefined]],
  ['/api/v1/', ['/', undefined, undefined]],
  ['/api/v1/things', ['/things', undefined, undefined]],
  ['/api/v1/things.csv', ['/things', undefined, 'csv']],
  ['/api/v1/things.excel.csv', ['/things', undefined, 'excel.csv']],
  ['/api/v1/things.xlsx', ['/things', undefined, 'xlsx']],
  ['/api/v1/things/1', ['/things/{id}', '1', undefined]],
  ['/api/v1/things/a%2Fb', ['/things/{id}', 'a/b', undefined]],
] as const)('%s is %j', ([pathname, expected]) => {
  expect(find(pathname)).toEqual(expected)
})

test.for([
  '/api',
  '/api/v1x',
  '/api/v2/things',
  '/api/v1/things/1/2',
  '/api/v1/things/%E0%A4',
  '/api/v1/things/%00',
])('%s is nothing', (pathname) => {
  expect(find(pathname)).toBeUndefined()
})
