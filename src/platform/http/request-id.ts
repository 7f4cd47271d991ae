import { type Reply, shortReply } from './reply.ts'

/**
 * Stands in public pages where the number of the request is to be read: the same page goes to many, each
 * with the number of its own request.
 */
export const REQUEST_ID_PLACE = '{request-id}'

/** A reply that says what went wrong, with the number under which the log knows it. */
export function withRequestId(reply: Reply, id: string): Reply {
  const headers: Record<string, string> = { ...reply.headers, 'x-request-id': id }
  if (reply.status < 400 || reply.coding !== 'identity') return { ...reply, headers }
  const text = String(reply.body)
  if (headers['content-type'] === 'application/problem+json') {
    return shortReply(reply.status, headers, JSON.stringify({ ...JSON.parse(text), requestId: id }))
  }
  return shortReply(reply.status, headers, text.replaceAll(REQUEST_ID_PLACE, id))
}
