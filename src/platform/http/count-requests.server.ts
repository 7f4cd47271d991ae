import type { ServerResponse } from 'node:http'
import { count, observe } from '../metrics.server.ts'
import type { Trace } from './access-log.server.ts'

/** Counts an answer, and how long it took, once it was sent. */
export function countRequests(outgoing: ServerResponse, trace: Trace) {
  const began = performance.now()
  outgoing.once('close', () => {
    const { face } = trace
    count('izaugsme_requests_total', { face, status: outgoing.statusCode })
    observe('izaugsme_request_seconds', { face }, (performance.now() - began) / 1000)
  })
}
