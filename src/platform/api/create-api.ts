import { z } from 'zod'
import type { Api } from './answer.ts'
import { defineDocument, type Endpoint } from './endpoint.ts'
import { describeApi } from './openapi.ts'
import { problemDocument } from './problem-kind.ts'

const BASE = '/api/v1'

const about = {
  base: BASE,
  title: 'Izaugsme',
  version: '1.0.0',
  description: [
    'Open data of the Latvian municipalities that run their education on evidence: read-only, without an account.',
    'Lists answer `{ …, asOf, next, items }`; `next` is the address of the next stretch, also in the `Link` header, and keeps to the state of the figures that was read first. Every list is also CSV: `Accept: text/csv`, or `.csv` behind the path.',
    'Every answer has an `ETag`. Refusals are problem details (RFC 9457). Texts come in Latvian and English. A missing value is always tagged with its kind and is never 0. What is about a municipality with invented data carries `generated` (in CSV a last column). Fields may be added within version 1; none is taken away or changes its meaning.',
  ].join('\n\n'),
  license: { name: 'Apache License 2.0 (the software)', identifier: 'Apache-2.0' },
  tags: [
    { name: 'municipalities', description: 'Local governments, in any time.' },
    {
      name: 'strategies',
      description: 'Education strategies: how they stand, their indicators, actions and findings.',
    },
    { name: 'surveys', description: 'Surveys and their results with uncertainty.' },
    { name: 'about', description: 'The API itself.' },
  ],
  pathParameters: {
    id: {
      description:
        'Public id of a strategy, such as `liepaja-2020-2025`, or of a survey, such as `liepaja-strategy-in-practice`.',
      example: 'liepaja-2020-2025',
    },
    slug: { description: 'Name of a municipality in addresses.', example: 'liepaja' },
    code: { description: 'Code of a kind of problem.', example: 'invalid-parameter' },
  },
}

const Index = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  openapi: z.string(),
  links: z
    .array(
      z.object({
        href: z.string().describe('Relative to the server; an RFC 6570 template where it holds `{names}`.'),
        csv: z.string().nullable().describe('The same as CSV.'),
        title: z.string(),
        parameters: z.array(z.string()).describe('Query parameters that it takes.'),
      }),
    )
    .describe('Every address of the API.'),
})

/** The API of the given addresses, with those that tell about it: what there is, its description, its problems. */
export function createApi(offered: readonly Endpoint[]): Api {
  const index = defineDocument({
    path: '/',
    name: 'Index',
    operation: 'getIndex',
    tag: 'about',
    title: 'platform.api.index',
    summary: 'What the API offers',
    schema: Index,
    find: async () => ({
      name: about.title,
      version: about.version,
      description: about.description,
      openapi: `${BASE}${openapi.path}`,
      links: endpoints.map(({ path, summary, columns, parameters }) => ({
        href: `${BASE}${path}`.replace(/\/$/, ''),
        csv: columns && `${BASE}${path}.csv`,
        title: summary,
        parameters: Object.keys(parameters),
      })),
    }),
  })
  const openapi = defineDocument({
    path: '/openapi.json',
    operation: 'getDescription',
    tag: 'about',
    title: 'platform.api.openapi',
    summary: 'The API described as OpenAPI 3.1',
    schema: z.record(z.string(), z.unknown()),
    find: async () => describeApi(about, endpoints),
  })
  const byPath = offered.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const endpoints: readonly Endpoint[] = [index, ...byPath, problemDocument, openapi]
  return { base: BASE, endpoints }
}
