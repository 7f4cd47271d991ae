import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median, quantile } from './pages.ts'
import { postSignIn, visit } from './sign-in.ts'
import { startProcess } from './site-process.ts'

const A_SECOND = 50
const SECONDS = 20
const VISIT_EVERY_MS = 100
/** In the first seconds the embedded database's code is still being compiled. */
const SETTLE_MS = 10_000

/**
 * Public pages while somebody tries 50 wrong passwords a second, and without that: the server takes addresses from a
 * proxy, so that each trial comes from another one and the limits by address spare it nothing. Every second page asked
 * for is made anew, the others come from the cache.
 */
export async function measureSignInFlood() {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-sign-in-'))
  const plain = { PORT: '0', IZAUGSME_DATA: folder, NODE_ENV: 'production' }
  await (await startProcess('build/server/index.js', plain)).stop()
  const site = await startProcess('build/server/index.js', { ...plain, IZAUGSME_PROXY: '127.0.0.1' })
  try {
    await pause(SETTLE_MS)
    await visits(site.address, 3)
    const calm = await visits(site.address, SECONDS)
    const statuses = new Map<number, number>()
    const trying = tryPasswords(site.address, statuses)
    const flooded = await visits(site.address, SECONDS)
    await trying
    return { calm, flooded, ratio: flooded.p95 / calm.p95, statuses }
  } finally {
    await site.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

let number = 0

async function visits(address: string, seconds: number) {
  const ends = performance.now() + seconds * 1000
  const times: number[] = []
  let unserved = 0
  while (performance.now() < ends) {
    number += 1
    const path = number % 2 === 0 ? '/liepaja' : `/liepaja/raditaji?text=${number}`
    const { status, took } = await visit(address + path, { 'x-forwarded-for': '192.0.2.1' })
    times.push(took)
    if (status !== 200) unserved += 1
    await pause(VISIT_EVERY_MS)
  }
  return { count: times.length, unserved, median: median(times), p95: quantile(times, 0.95) }
}

async function tryPasswords(address: string, statuses: Map<number, number>) {
  const all: Promise<void>[] = []
  const began = performance.now()
  for (let trial = 0; trial < A_SECOND * SECONDS; trial += 1) {
    await pause(Math.max(0, began + (trial * 1000) / A_SECOND - performance.now()))
    const from = `198.51.${100 + (trial >> 8)}.${trial & 255}`
    const typed = { email: `nobody${trial}@example.org`, password: 'not the right one' }
    all.push(
      postSignIn(address, typed, { 'x-forwarded-for': from })
        .then(({ status }) => status)
        .catch(() => 0)
        .then((status) => {
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        }),
    )
  }
  await Promise.all(all)
}
