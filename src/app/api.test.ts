import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { publicApi } from './api.server.ts'

const endpoint = publicApi.endpoints.find(({ path }) => path === '/openapi.json')
const answer = await endpoint?.answer({
  tx: {} as DatabaseTransaction,
  path: {},
  query: {},
  complain: () => {},
  noteGenerated: () => {},
})
// Through JSON, as a reader gets it.
const description = JSON.parse(JSON.stringify(answer?.body))

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(description))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('points at nothing that is not in it', () => {
    const references = JSON.stringify(description).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)
    const broken = [...references].filter(([, kind = '', name = '']) => !description.components[kind]?.[name])
    expect(broken).toEqual([])
    expect(JSON.stringify(description)).not.toContain('$defs')
  })

  test('names every address once', () => {
    expect(Object.keys(description.paths)).toEqual(publicApi.endpoints.map(({ path }) => path))
    const operations = publicApi.endpoints.map(({ operation }) => operation)
    expect(new Set(operations).size).toBe(operations.length)
  })

  test('says what a parameter takes', () => {
    const { parameters } = description.paths['/strategies/{id}/indicators'].get
    expect(parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        schema: expect.objectContaining({ maximum: 5000 }),
      }),
    )
  })
})
