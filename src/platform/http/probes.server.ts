import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Gauge, writeMetrics } from '../metrics.server.ts'
import { type Reply, shortReply } from './reply.ts'

/** What must be so that requests can be served, each by its name. */
export type Readiness = Readonly<Record<string, boolean>>

export type ProbeOptions = {
  /** Asks what must be so; what takes longer than two seconds is not so. */
  isReady: () => Promise<Readiness>
  /** Values as they are now. */
  gauges: () => Promise<readonly Gauge[]>
  /** Who shows it may read the metrics; without one nobody may. */
  metricsToken: string | undefined
}

const LONGEST_MS = 2000
/** However often it is asked, the database is asked once a second. */
const KEPT_MS = 1000
const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

/**
 * Answers those who look after the process rather than its pages: `/healthz` as long as it lives, `/readyz` when it
 * can serve, `/metrics` to who shows the token. They come before all pages, so that they answer when pages do not.
 */
export function createProbes({ isReady, gauges, metricsToken }: ProbeOptions) {
  let asked: { at: number; answer: Promise<Reply> } | undefined
  const ready = () => {
    const now = performance.now()
    if (!asked || now - asked.at > KEPT_MS) asked = { at: now, answer: readiness(isReady) }
    return asked.answer
  }
  return async (pathname: string, incoming: IncomingMessage): Promise<Reply | undefined> => {
    if (pathname !== '/healthz' && pathname !== '/readyz' && pathname !== '/metrics') return undefined
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
      return shortReply(405, { ...PLAIN, allow: 'GET, HEAD' }, 'GET\n')
    if (pathname === '/healthz') return shortReply(200, PLAIN, 'ok\n')
    if (pathname === '/readyz') return ready()
    // To a stranger there is no such address.
    if (metricsToken === undefined || !shows(incoming, metricsToken)) return undefined
    const values = await within(gauges(), [])
    return shortReply(
      200,
      { ...PLAIN, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      writeMetrics(values),
    )
  }
}

export type Probes = ReturnType<typeof createProbes>

async function readiness(isReady: ProbeOptions['isReady']): Promise<Reply> {
  const found = await within(isReady(), { database: false })
  const isAll = Object.values(found).every(Boolean)
  const lines = Object.entries(found).map(([name, is]) => `${name} ${is ? 'ok' : 'no'}\n`)
  return shortReply(isAll ? 200 : 503, PLAIN, lines.join(''))
}

const within = <Value>(asked: Promise<Value>, otherwise: Value): Promise<Value> =>
  Promise.race([asked.catch(() => otherwise), pause(LONGEST_MS, otherwise, { ref: false })])

function shows({ headers }: IncomingMessage, token: string) {
  const [, shown = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? []
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(shown), hash(token))
}
