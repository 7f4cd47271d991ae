import { z } from 'zod'
import { components } from './components.ts'
import type { Endpoint } from './endpoint.ts'
import { PROBLEMS, Problem, type ProblemCode } from './problem.ts'

type Json = Record<string, unknown>

type About = {
  base: string
  title: string
  version: string
  description: string
  license: { name: string; identifier: string }
  contact: { name: string; url: string; email?: string }
  tags: { name: string; description: string }[]
  /** What the `{names}` in paths stand for. */
  pathParameters: Readonly<Record<string, { description: string; example: string }>>
}

const idOf = (schema: z.ZodType) => components.get(schema)?.id
const reference = (id: string) => ({ $ref: `#/components/schemas/${id}` })

/** The OpenAPI 3.1 description, made from the same shapes that the answers are checked against. */
export function describeApi(about: About, endpoints: readonly Endpoint[]): Json {
  const { base, title, version, description, license, contact, tags, pathParameters } = about
  return {
    openapi: '3.1.1',
    info: { title, version, description, license, contact },
    servers: [{ url: base }],
    security: [],
    tags,
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.path, { get: describeOperation(endpoint, pathParameters) }]),
    ),
    components: { schemas: describeComponents(), headers: HEADERS, responses: describeRefusals() },
  }
}

function describeOperation(endpoint: Endpoint, pathParameters: About['pathParameters']): Json {
  const { operation, tag, summary, description, columns } = endpoint
  const path = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...pathParameters[name],
  }))
  const table =
    columns &&
    `As CSV (\`Accept: text/csv\`, or \`.csv\` behind the path) the columns are ${columns.join(', ')}.`
  const words = [description, table].filter(Boolean).join('\n\n')
  const refusals: ProblemCode[] = [
    'invalid-parameter',
    'not-acceptable',
    ...(path.length > 0 ? ['not-found' as const] : []),
  ]
  return {
    operationId: operation,
    tags: [tag],
    summary,
    ...(words ? { description: words } : {}),
    parameters: [...path, ...describeQuery(endpoint)],
    responses: {
      200: describeAnswer(endpoint),
      304: { description: 'Nothing has changed since the `ETag` given in `If-None-Match`.' },
      ...Object.fromEntries(
        refusals.map((code) => [PROBLEMS[code].status, { $ref: `#/components/responses/${code}` }]),
      ),
    },
  }
}

function describeQuery({ parameters }: Endpoint): Json[] {
  return Object.entries(parameters).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema as z.ZodType)
    return { name, in: 'query', required: false, ...(description ? { description } : {}), schema: rest }
  })
}

function describeAnswer({ schema, columns, summary }: Endpoint): Json {
  const id = idOf(schema)
  const link = { $ref: '#/components/headers/Link' }
  return {
    description: summary,
    headers: { ETag: { $ref: '#/components/headers/ETag' }, ...(columns ? { Link: link } : {}) },
    content: {
      'application/json': { schema: id ? reference(id) : schemaOf(schema) },
      ...(columns ? { 'text/csv': { schema: { type: 'string' } } } : {}),
    },
  }
}

const HEADERS = {
  ETag: { description: 'Names this state of the answer.', schema: { type: 'string' } },
  Link: {
    description: 'RFC 8288: `rel="next"` is the next stretch of the list; absent at its end.',
    schema: { type: 'string' },
  },
}

function describeRefusals(): Json {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([code, { explanation }]) => [
      code,
      {
        description: explanation,
        content: { 'application/problem+json': { schema: reference(idOf(Problem) ?? '') } },
      },
    ]),
  )
}

function describeComponents(): Json {
  const { schemas } = z.toJSONSchema(components, {
    io: 'input',
    uri: (id) => reference(id).$ref,
    override: ({ jsonSchema }) => withoutPattern(jsonSchema),
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]))
}

function schemaOf(schema: z.ZodType): Json {
  return withoutIdentity(
    z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => withoutPattern(jsonSchema) }),
  )
}

/** A format says it already, and better than a pattern of two hundred characters. */
function withoutPattern(schema: { format?: unknown; pattern?: unknown }) {
  if (schema.format !== undefined) delete schema.pattern
}

function withoutIdentity({ $schema, $id, ...schema }: Json): Json {
  return schema
}
