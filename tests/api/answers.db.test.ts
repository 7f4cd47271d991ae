import { describe, expect } from 'vitest'
import { findEndpoint } from '#platform/api/find-endpoint.ts'
import { publicApi } from '../../src/app/api.server.ts'
import { listStatements } from '../support/database.ts'
import { test } from '../support/demonstrated.ts'
import { ask, askJson, DOCUMENTS, EMPTY_LISTS, LISTS, STRATEGY, SURVEY } from './ask.ts'

/** An answer without everything that the description does not name. */
function described(address: string, answer: unknown) {
  return findEndpoint(publicApi, `${publicApi.base}${address}`)?.endpoint.schema.parse(answer)
}

describe('every answer', () => {
  test.for([...DOCUMENTS, ...LISTS, ...EMPTY_LISTS])(
    '%s holds what its description says and nothing else',
    async (address, { db }) => {
      const answer = await askJson(db, address)
      expect(described(address, answer)).toEqual(answer)
    },
  )

  test.for(LISTS)('%s is a list with something in it', async (address, { db }) => {
    const answer = await askJson(db, address)
    expect(answer.next).toBeNull()
    expect(answer.items.length).toBeGreaterThan(0)
  })

  test.for([...DOCUMENTS, ...LISTS, ...EMPTY_LISTS])(
    '%s may be read by everybody’s pages',
    async (address, { db }) => {
      const { headers, status } = await ask(db, address)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('application/json')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('cache-control')).toBe('no-cache')
    },
  )
})

test('no address was left untested', () => {
  const tested = [...DOCUMENTS, ...LISTS, ...EMPTY_LISTS].map(
    (address) => findEndpoint(publicApi, `${publicApi.base}${address}`)?.endpoint.path,
  )
  expect(tested.sort()).toEqual(publicApi.endpoints.map(({ path }) => path).sort())
})

describe('the number of statements stays the same however much there is', () => {
  test.for([
    ['/municipalities', 3],
    ['/strategies', 3],
    [STRATEGY, 15],
    [`${STRATEGY}/summary`, 15],
    [`${STRATEGY}/indicators`, 31],
    [`${STRATEGY}/actions`, 13],
    [`${STRATEGY}/evidence`, 13],
    [`${STRATEGY}/parties`, 13],
    [`${STRATEGY}/milestones`, 13],
    [`${STRATEGY}/funding`, 13],
    [`${STRATEGY}/works`, 13],
    [`${STRATEGY}/risks`, 13],
    [`${STRATEGY}/risk-links`, 14],
    [`${STRATEGY}/national-links`, 13],
    [`${STRATEGY}/observations`, 28],
    [`${STRATEGY}/targets`, 28],
    [`${STRATEGY}/findings`, 6],
    ['/municipalities/liepaja/findings', 5],
    ['/municipalities/liepaja/institutions', 7],
    ['/surveys', 6],
    [SURVEY, 11],
    [`${SURVEY}/results`, 13],
    [`${SURVEY}/analysis`, 11],
  ] as const)('%s takes %i', async ([address, statements], { db }) => {
    const sent = await listStatements(db, () => ask(db, address))
    // Only one of the engines sends the bounds of a transaction as statements.
    expect(sent.filter((statement) => !/^(begin|start transaction|commit)/.test(statement))).toHaveLength(
      statements,
    )
  })
})
