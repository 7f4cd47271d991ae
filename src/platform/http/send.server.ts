import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseCoding } from './coding.ts'
import { compress, contentOf, type Reply } from './reply.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** After how many seconds it makes sense to ask again. */
const RETRY_AFTER_S: Readonly<Partial<Record<number, string>>> = { 429: '60', 503: '5' }
/** What describes a body has nothing to say where none is sent. */
const ABOUT_THE_BODY = ['content-type', 'content-disposition', 'content-length', 'content-encoding']

/** Sends a reply in the coding that the asker takes, or only says that what the asker has is still current. */
export function send(incoming: IncomingMessage, outgoing: ServerResponse, reply: Reply) {
  const isPacked = reply.coding === 'gzip'
  const coding = chooseCoding(incoming.headers['accept-encoding'], isPacked)
  const headers: Record<string, string | number> = { ...SECURITY_HEADERS, ...reply.headers }
  headers['cache-control'] ??= 'no-cache'
  const retryAfter = RETRY_AFTER_S[reply.status]
  if (retryAfter) headers['retry-after'] = retryAfter
  const varies = [headers.vary, isPacked || coding !== 'identity' ? 'Accept-Encoding' : undefined]
  if (varies.some(Boolean)) headers.vary = varies.filter(Boolean).join(', ')
  if (!coding) return sendNothing(outgoing, 406, headers)

  const etag = reply.tag && tagOf(reply.tag, coding)
  if (etag) headers.etag = etag
  if (etag && hasCurrent(incoming.headers['if-none-match'], etag)) return sendNothing(outgoing, 304, headers)
  const body = bodyIn(coding, reply)
  if (coding === 'gzip') headers['content-encoding'] = 'gzip'
  headers['content-length'] = body.length
  outgoing.writeHead(reply.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

function sendNothing(outgoing: ServerResponse, status: 304 | 406, headers: Record<string, string | number>) {
  for (const name of ABOUT_THE_BODY) delete headers[name]
  outgoing.writeHead(status, headers).end()
}

/** The same content in another coding is something else to who has to put parts of it together. */
const tagOf = (tag: string, coding: 'gzip' | 'identity') => `"${tag}${coding === 'gzip' ? '-gzip' : ''}"`

function bodyIn(coding: 'gzip' | 'identity', reply: Reply): Buffer {
  if (coding === reply.coding) return reply.body
  return coding === 'gzip' ? compress(reply.body) : contentOf(reply)
}

/** Whether the asker has this already: one of its tags is ours, weak or strong, or any will do. */
function hasCurrent(tags: string | undefined, etag: string) {
  return (
    tags?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) === true
  )
}
