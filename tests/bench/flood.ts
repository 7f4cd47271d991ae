import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from './pages.ts'
import { startProcess } from './site-process.ts'

const ADDRESSES = 100_000
const CONNECTIONS = 50
/** As long as the server lets the headers of a request be, nearly. */
const LONG_HEADER = 14_000
const VISIT_EVERY_MS = 200
/** In the first seconds the embedded database's code is still being compiled, which takes memory of its own. */
const SETTLE_MS = 15_000

/** No address is asked for twice; the kinds are those by which an attacker could fill memory or take all time. */
const KINDS: readonly ((number: number) => string)[] = [
  (number) => `/liepaja/raditaji?x${number}=${number}`,
  (number) => `/liepaja/raditaji?text=${number}`,
  (number) => `/liepaja/ricibas-plans?text=${'x'.repeat(1500)}${number}`,
  (number) => `/api/v1/municipalities?limit=${1 + (number % 5000)}`,
  (number) => `/api/v1/municipalities?x${number}=1`,
  (number) => `/nekas/${number}`,
]

/** As `npm start` starts the server. */
const FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024']

/** What somebody else asks for meanwhile: what is kept, and a file. */
const VISITOR_ASKS = ['/liepaja', '/', '/favicon.svg', '/api/v1/strategies']

/**
 * One asker floods the server with new addresses under long headers, another visits ordinary pages. The
 * server has its data from an earlier start, as after a restart.
 */
export async function measureFlood() {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-flood-'))
  const environment = { PORT: '0', IZAUGSME_DATA: folder, NODE_ENV: 'production' }
  await (await startProcess('build/server/index.js', environment)).stop()
  const site = await startProcess('build/server/index.js', environment, FLAGS)
  for (const path of VISITOR_ASKS) await ask(site.address + path, visitor, '*/*')

  await sleep(SETTLE_MS)
  const before = await site.memory()
  const began = performance.now()
  let peak = 0
  let isOver = false
  const flooding = flood(site.address).finally(() => {
    isOver = true
  })
  const waits: number[] = []
  let unserved = 0
  for (let visit = 0; !isOver; visit += 1) {
    const from = performance.now()
    const status = await ask(site.address + VISITOR_ASKS[visit % VISITOR_ASKS.length], visitor, '*/*')
    waits.push(performance.now() - from)
    if (status !== 200) unserved += 1
    peak = Math.max(peak, await site.memory())
    await sleep(VISIT_EVERY_MS)
  }
  const statuses = await flooding
  const seconds = (performance.now() - began) / 1000
  const after = await site.memory()
  visitor.destroy()
  await site.stop()
  await rm(folder, { recursive: true, force: true })
  return {
    statuses,
    seconds,
    memory: { before, peak, after },
    visits: { count: waits.length, unserved, median: quantile(waits, 0.5), p95: quantile(waits, 0.95) },
  }
}

async function flood(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const accept = `${'text/x-made-up, '.repeat(LONG_HEADER / 16)}*/*;q=0.1`
  const statuses = new Map<number, number>()
  let number = 0
  const askOn = async () => {
    while (number < ADDRESSES) {
      number += 1
      const path = KINDS[number % KINDS.length]?.(number) ?? '/'
      const status = await ask(address + path, agent, accept)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, askOn))
  agent.destroy()
  return statuses
}

const visitor = new Agent({ keepAlive: true })

/** Status of the answer, when all of it has come. */
function ask(address: string, agent: Agent, accept: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, { agent, headers: { accept, 'accept-encoding': 'gzip' } }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0))
    })
      .on('error', reject)
      .end()
  })
}
