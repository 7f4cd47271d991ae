import { z } from 'zod'
import type { RefusalStatus } from '../refuse.ts'
import { components } from './components.ts'

/** Every way in which the API refuses, by stable code. The texts are for the developers who meet them. */
export const PROBLEMS = {
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    explanation:
      'A query parameter is unknown, given twice or has a value that it cannot have. `errors` lists all of them.',
  },
  'bad-request': {
    status: 400,
    title: 'Bad request',
    explanation: 'The request cannot be read: its address or its `Host` is not a valid one.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    explanation: 'This is not open to everybody, and nothing says that it is open to you.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    explanation: 'Nothing is published under this address. `/api/v1` lists what there is.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    explanation: 'The API is read-only: it answers GET, HEAD and OPTIONS.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    explanation:
      'The answer exists in none of the formats that `Accept` names. All answers exist as `application/json`, lists also as `text/csv`.',
  },
  'address-too-long': {
    status: 414,
    title: 'Address too long',
    explanation: 'No address of the API is this long.',
  },
  unavailable: {
    status: 503,
    title: 'Unavailable',
    explanation: 'We cannot answer at this moment. `Retry-After` says in how many seconds to try again.',
  },
  failed: {
    status: 500,
    title: 'Internal error',
    explanation: 'Something failed on our side. Trying again later may help.',
  },
} as const
export type ProblemCode = keyof typeof PROBLEMS

const BY_STATUS: Readonly<Partial<Record<RefusalStatus, ProblemCode>>> = {
  400: 'bad-request',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  414: 'address-too-long',
  503: 'unavailable',
}

/** The kind of problem that a refusal elsewhere in the product is to who asked by the API. */
export const problemOfStatus = (status: RefusalStatus): ProblemCode => BY_STATUS[status] ?? 'failed'

/** What is wrong with one query parameter. */
export const Complaint = z
  .object({
    parameter: z.string(),
    value: z.string().optional().describe('As it was given.'),
    detail: z.string().describe('What the value should have been.'),
  })
  .register(components, { id: 'Complaint' })
export type Complaint = z.infer<typeof Complaint>

export const Problem = z
  .object({
    type: z.string().describe('Address that explains this kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened this time.'),
    instance: z.string().describe('Path that was asked for.'),
    errors: z.array(Complaint).optional().describe('Every parameter that is wrong.'),
  })
  .describe('Problem details as in RFC 9457.')
  .register(components, { id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Headers of every answer of the API: anybody's page may read it, checking with us whether it changed. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Content-Disposition',
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'cross-origin',
}

export const isApiPath = (pathname: string) => pathname === '/api' || pathname.startsWith('/api/')

/** The body of a refusal. */
export function problemOf(
  code: ProblemCode,
  instance: string,
  detail?: string,
  errors?: Complaint[],
): Problem {
  const { status, title, explanation } = PROBLEMS[code]
  return {
    type: `/api/v1/problems/${code}`,
    title,
    status,
    detail: detail ?? explanation,
    instance,
    ...(errors ? { errors } : {}),
  }
}

/** Refuses a request whose query parameters are wrong. */
export function refuseParameters(instance: string, complaints: Complaint[]) {
  const names = complaints.map(({ parameter }) => parameter).join(', ')
  return refuseRequest('invalid-parameter', instance, `Wrong: ${names}.`, complaints)
}

/** Refuses an API request. */
export function refuseRequest(code: ProblemCode, instance: string, detail?: string, errors?: Complaint[]) {
  return new Response(JSON.stringify(problemOf(code, instance, detail, errors)), {
    status: PROBLEMS[code].status,
    headers: { ...API_HEADERS, 'content-type': 'application/problem+json' },
  })
}
