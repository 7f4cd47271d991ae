import { API_HEADERS, isApiPath, PROBLEMS, type ProblemCode, problemOf } from '../api/problem.ts'
import type { Reply } from './reply.ts'

/** What the server refuses before any page or the API is asked. */
export type Refusal = Extract<
  ProblemCode,
  'bad-request' | 'method-not-allowed' | 'address-too-long' | 'failed'
>

/** A refusal in the words of who asked: problem details for the API, the bare status elsewhere. */
export function refusalReply(code: Refusal, pathname: string): Reply {
  const { status } = PROBLEMS[code]
  const isApi = isApiPath(pathname)
  const allow = code === 'method-not-allowed' ? { allow: isApi ? 'GET, HEAD, OPTIONS' : 'GET, HEAD' } : {}
  const text = isApi ? JSON.stringify(problemOf(code, pathname)) : `${status}\n`
  const type = isApi ? 'application/problem+json' : 'text/plain; charset=utf-8'
  return {
    status,
    headers: { ...(isApi ? API_HEADERS : {}), ...allow, 'content-type': type },
    body: Buffer.from(text),
    compressed: undefined,
    etag: undefined,
  }
}

/** Answers a browser that asks whether somebody else's page may read the API, and how. */
export const preflightReply: Reply = {
  status: 200,
  headers: {
    ...API_HEADERS,
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'Accept, If-None-Match',
    'access-control-max-age': '86400',
  },
  body: Buffer.alloc(0),
  compressed: undefined,
  etag: undefined,
}
