import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { MEASURED_PAGES, median } from './pages.ts'
import { startProcess } from './site-process.ts'

const ROUNDS = 5
const SECONDS = 1

/**
 * Every page from the cache against a bare Node server that sends the same bytes: requests a second of
 * both, in turn, and the ratio of each pair. Clients and servers are processes of their own.
 */
export async function measureCached() {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-bench-'))
  const site = await startProcess('build/server/index.js', {
    PORT: '0',
    IZAUGSME_DATA: folder,
    NODE_ENV: 'production',
  })
  const rows = []
  for (const path of MEASURED_PAGES) {
    const bytes = join(folder, 'page.json')
    await writeFile(bytes, JSON.stringify(await capture(site.address + path)))
    const bare = await startProcess('tests/bench/bare-server.ts', { BYTES: bytes })
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const ours = await rateOf(site.address + path)
      const theirs = await rateOf(bare.address)
      rates.push(ours)
      ratios.push(theirs / ours)
    }
    await bare.stop()
    rows.push({ path, perSecond: median(rates), ratio: median(ratios) })
  }
  await site.stop()
  await rm(folder, { recursive: true, force: true })
  return rows
}

/** What a browser gets, to the byte. */
async function capture(address: string) {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  // fetch unpacks the body, so the packed bytes are fetched apart.
  const { request } = await import('node:http')
  const body = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = []
    request(address, { headers: { 'accept-encoding': 'gzip' } }, (incoming) => {
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => resolve(Buffer.concat(chunks)))
    })
      .on('error', reject)
      .end()
  })
  return { headers: Object.fromEntries(response.headers), body: body.toString('base64') }
}

async function rateOf(url: string) {
  const headers = { 'accept-encoding': 'gzip' }
  const { requests, non2xx } = await autocannon({ url, headers, connections: 10, duration: SECONDS })
  if (non2xx > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx`)
  return requests.average
}
