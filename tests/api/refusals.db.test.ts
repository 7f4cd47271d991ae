import { describe, expect } from 'vitest'
import { Problem } from '#platform/api/problem.ts'
import { test } from '../support/database.ts'
import { ask, STRATEGY } from './ask.ts'

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return problem
}

describe('what is not there', () => {
  test.for([
    '/api',
    '/api/v2',
    '/nothing',
    '/strategies/nowhere-2020-2025',
    '/strategies/nowhere-2020-2025/summary',
    '/strategies/nowhere-2020-2025/indicators',
    '/strategies/nowhere-2020-2025/actions',
    '/strategies/nowhere-2020-2025/findings',
    `${STRATEGY}/summary.csv`,
    '/strategies/%00',
    '/surveys/liepaja-nothing',
    '/surveys/liepaja-nothing/results',
    '/problems/toString',
  ])('%s is a problem of 404', async (address, { db }) => {
    const problem = await problemOf(await ask(db, address))
    expect(problem).toMatchObject({ status: 404, type: '/api/v1/problems/not-found', title: 'Not found' })
  })
})

describe('what cannot be asked', () => {
  test.for([
    [`${STRATEGY}/summary?period=1999/2000`, ['period']],
    [`${STRATEGY}/summary?period=soon&asOf=then&limit=5`, ['limit', 'asOf', 'period']],
    [
      `${STRATEGY}/indicators?period=1999/2000&limit=0&goal=KP9&colour=red`,
      ['colour', 'limit', 'goal', 'period'],
    ],
    [`${STRATEGY}/indicators?cursor=bm90aGluZw`, ['cursor']],
    [`${STRATEGY}/actions?status=done`, ['status']],
    [`${STRATEGY}/findings?severity=bad&code=worse`, ['severity', 'code']],
    ['/municipalities?on=2024-02-30', ['on']],
    ['/surveys?municipality=atlantis&strategy=none', ['municipality', 'strategy']],
    ['/openapi.json?pretty=yes', ['pretty']],
  ] as const)('%s names %j', async ([address, parameters], { db }) => {
    const problem = await problemOf(await ask(db, address))
    expect(problem).toMatchObject({ status: 400, type: '/api/v1/problems/invalid-parameter' })
    expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(parameters)
  })

  test('a wrong period is told which ones there are', async ({ db }) => {
    const problem = await problemOf(await ask(db, `${STRATEGY}/summary?period=1999/2000`))
    expect(problem.errors).toEqual([
      {
        parameter: 'period',
        value: '1999/2000',
        detail: expect.stringMatching(/^must be one of .*2023\/2024, 2024\/2025$/),
      },
    ])
  })
})

test.for([
  [`${STRATEGY}/summary`, 'text/csv'],
  [`${STRATEGY}/actions`, 'text/html'],
] as const)('%s does not exist as %s', async ([address, accept], { db }) => {
  expect((await problemOf(await ask(db, address, accept))).status).toBe(406)
})
