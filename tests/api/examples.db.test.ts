import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { answerRequest } from '#platform/api/answer.ts'
import { describeParameters } from '#platform/api/describe-parameters.ts'
import { readApiAddress } from '#platform/api/read-address.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { publicApi } from '../../src/app/api.server.ts'
import { type ApiExample, apiExamples } from '../../src/modules/portal/api-examples.ts'
import texts from '../../src/modules/portal/texts/lv.json' with { type: 'json' }
import { test as base } from '../support/database.ts'

const run = promisify(execFile)
const hasTool = async (tool: string) =>
  run(tool, ['--version']).then(
    () => true,
    () => false,
  )
const tools = { python3: await hasTool('python3'), curl: await hasTool('curl') }

const test = base.extend('examples', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    versionOf: async () => '1',
    site: {
      addressOf: (pathname) => readApiAddress(publicApi, pathname),
      answer: (request) => answerRequest(publicApi, request, (work) => readAs(db, THE_PUBLIC, work)),
    },
  })
  onCleanup(() => server.close())
  return apiExamples(server.address, 'liepaja-2020-2025')
})

const codeOf = (examples: readonly ApiExample[], tool: ApiExample['tool']) =>
  examples.find((one) => one.tool === tool)?.code ?? ''

test.skipIf(!tools.curl)(
  'the example for curl reads one indicator (skipped where there is no curl)',
  async ({ examples }) => {
    const { stdout } = await run('sh', ['-c', codeOf(examples, 'curl')])
    const rows = parse(stdout, { columns: true }) as { indicator: string }[]
    expect(new Set(rows.map(({ indicator }) => indicator))).toEqual(new Set(['5']))
  },
)

test.skipIf(!tools.python3)(
  'the example for Python prints every result (skipped where there is no python3)',
  async ({ examples }) => {
    const { stdout } = await run('python3', ['-c', codeOf(examples, 'python')])
    expect(stdout).toMatch(/^1 2023\/2024 23 met$/m)
  },
)

test('the addresses for R and spreadsheets answer with a table', async ({ examples }) => {
  for (const tool of ['r', 'excel', 'sheets'] as const) {
    const [address = ''] = /http:[^"\s]+/.exec(codeOf(examples, tool)) ?? []
    const response = await fetch(address)
    expect([tool, response.status]).toEqual([tool, 200])
    expect(response.headers.get('content-disposition')).toContain('attachment')
  }
})

test('every parameter of the API is told of in Latvian', () => {
  const names = publicApi.endpoints.flatMap((endpoint) =>
    describeParameters(endpoint).map(({ name }) => name),
  )
  expect([...new Set(names)].filter((name) => !(`portal.open.parameter.of.${name}` in texts))).toEqual([])
})
