import { z } from 'zod'
import { DATA_LICENCE } from '../table-files/about-columns.ts'
import { absolute, type SiteFacts } from '../ui/site-facts.ts'
import type { Api, ApiWords } from './answer.ts'
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
    'Lists answer `{ …, asOf, next, items }`; `next` is the address of the next stretch, also in the `Link` header, and keeps to the state of the figures that was read first. Every list is also a file: `Accept: text/csv` or `.csv` behind the path is CSV with commas and points, `.excel.csv` what Excel in Latvian opens (semicolons, decimal commas), `.xlsx` a workbook with a sheet about the data. A file holds up to 5000 items unless `limit` asks for fewer.',
    'Every answer has an `ETag`. Refusals are problem details (RFC 9457). Texts come in Latvian and English. A missing value is always tagged with its kind and is never 0. What is about a municipality with invented data carries `generated` (in CSV a last column). Fields may be added within version 1; none is taken away or changes its meaning.',
  ].join('\n\n'),
  license: {
    name: `${DATA_LICENCE.name}: our words and the structure of the data; figures belong to their sources`,
    identifier: DATA_LICENCE.identifier,
  },
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
        'Public id of a strategy, such as `liepaja-2020-2025`, or of a survey, such as `strategy-in-practice` as its page has it, or `liepaja-strategy-in-practice`.',
      example: 'liepaja-2020-2025',
    },
    slug: { description: 'Name of a municipality in addresses.', example: 'liepaja' },
    code: {
      description:
        'Code of an indicator as its page has it, such as `5`; below `/problems` that of a kind of problem, such as `invalid-parameter`.',
      example: '5',
    },
    key: { description: 'Key of a poll.', example: 'telefoni' },
  },
}

/** Whom to ask about the data: whoever runs the installation, by mail where an address is known, or by its page. */
const contactOf = (site: SiteFacts) => ({
  name: site.operator ?? 'Izaugsme',
  url: absolute(site, '/zinot'),
  ...(site.contact ? { email: site.contact } : {}),
})

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
export function createApi(offered: readonly Endpoint[], words: ApiWords): Api {
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
    find: async ({ site = {} }) => describeApi({ ...about, contact: contactOf(site) }, endpoints),
  })
  const byPath = offered.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const endpoints: readonly Endpoint[] = [index, ...byPath, problemDocument, openapi]
  return { base: BASE, endpoints, words }
}
