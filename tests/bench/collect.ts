import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { operator } from '#platform/users.ts'
import { openDesk } from '../support/accounts.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { median, quantile } from './pages.ts'
import { type Giver, plantGivers } from './plant-givers.ts'
import { visit } from './sign-in.ts'
import { startProcess } from './site-process.ts'

const SIZE = { municipalities: 42, institutions: 40, fields: 40 }
const SAVE_EVERY_MS = 10_000
/** All hand in within so many minutes. */
const LAST_MINUTES = 5
/** One in so many is sent twice, as a browser does that does not hear back. */
const TWICE = 20
/** After a 429 or 503 a browser waits and asks again. */
const AGAIN_MS = 1000
const SECRET = 'a secret of this bench, longer than 32 characters'

/**
 * 1,680 institutions in the last minutes before a deadline, on PostgreSQL over loopback, the server a process of its
 * own: each saves its draft every ten seconds, and hands in at some moment.
 *
 * @param minutes how long; below five the rates stay, and fewer hand in
 */
export async function measureCollect(minutes = LAST_MINUTES) {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-collect-'))
  const server = await startPostgres()
  try {
    await runOnServer(server.url, 'create database collect')
    const url = databaseUrl(server.url, 'collect')
    const environment = {
      PORT: '0',
      IZAUGSME_DATA: folder,
      DATABASE_URL: url,
      NODE_ENV: 'production',
      IZAUGSME_DEMO: 'none',
      IZAUGSME_SECRET: SECRET,
      IZAUGSME_PROXY: '127.0.0.1',
    }
    await (await startProcess('build/server/index.js', environment)).stop()
    const database = await openDatabase({ databaseUrl: url, dataFolder: folder })
    const { desk } = await openDesk(database.db, { secret: SECRET })
    const givers = await plantGivers(database.db, desk, SIZE)
    await database.db.gatherStatistics()
    const site = await startProcess('build/server/index.js', environment)
    const run = new Run(site.address, minutes)
    // Drafts have been saved for long when the last minutes begin.
    for (const giver of givers) await run.warmUp(giver)
    run.begin()
    await Promise.all(givers.map((giver, place) => run.fillIn(giver, place / givers.length)))
    await site.stop()
    const places = [...new Set(givers.map(({ municipalityId }) => municipalityId))]
    const kept = await readAs(database.db, operator(...places), async (tx) => ({
      edits: (await tx.selectFrom('collection.edit').select('id').execute()).map(({ id }) => id),
      handed: (await tx.selectFrom('collection.handing_in').select('submission_id').execute()).map(
        ({ submission_id }) => submission_id,
      ),
    }))
    await database.close()
    return {
      givers: givers.length,
      saves: summary(run.saves, run.saved, kept.edits),
      handingIn: summary(run.handings, run.handed, kept.handed),
      again: run.again,
      failed: run.failed,
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** How long answers took, and whether what was acknowledged is there, once. */
function summary(times: readonly number[], acknowledged: ReadonlySet<string>, kept: readonly string[]) {
  const there = new Set(kept)
  return {
    count: acknowledged.size,
    median: median([...times]),
    p95: quantile([...times], 0.95),
    most: Math.max(...times),
    lost: [...acknowledged].filter((id) => !there.has(id)).length,
    doubled: kept.length - there.size,
  }
}

class Run {
  readonly saves: number[] = []
  readonly handings: number[] = []
  readonly saved = new Set<string>()
  readonly handed = new Set<string>()
  readonly failed = new Map<number, number>()
  again = 0
  readonly #address: string
  #ends = 0
  readonly #minutes: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })

  constructor(address: string, minutes: number) {
    this.#address = address
    this.#minutes = minutes
  }

  begin() {
    this.#ends = performance.now() + this.#minutes * 60_000
  }

  /** The first look at a form before the clock runs. */
  async warmUp(giver: Giver) {
    const ids = {
      no: '0',
      pasvaldiba: giver.municipalityId,
      iesniegums: giver.submissionId,
      iestade: giver.institutionId,
      parluks: randomUUID(),
    }
    const headers = { cookie: giver.cookie, 'x-forwarded-for': giver.clientAddress }
    const { status } = await visit(
      `${this.#address}${giver.path}/ieraksti?${new URLSearchParams(ids)}`,
      headers,
    )
    if (status !== 200) throw new Error(`looking at a form answers ${status}`)
  }

  /** @param share where among all of them this one is, from 0 to 1: they begin and end evenly, and not together */
  async fillIn(giver: Giver, share: number) {
    const began = performance.now()
    const client = randomUUID()
    const shuffled = (share * 7919) % 1
    const handsInAfter = shuffled * LAST_MINUTES * 60_000
    const state = { number: 0, seq: 0 }
    await pause(((share * 104_729) % 1) * SAVE_EVERY_MS)
    for (let next = performance.now(); next < this.#ends; next += SAVE_EVERY_MS) {
      if (next - began >= handsInAfter) return this.#handIn(giver, state.number)
      await pause(Math.max(0, next - performance.now()))
      await this.#save(giver, client, state)
    }
    // In a shorter run only as many hand in as would have in that time.
    if (this.#minutes >= LAST_MINUTES) await this.#handIn(giver, state.number)
  }

  async #save(giver: Giver, client: string, state: { number: number; seq: number }) {
    state.seq += 1
    const id = randomUUID()
    const field = (state.seq % 38) + 3
    const fields = { [`field_${field}`]: String(state.seq * 3), pupils: String(100 + state.seq), staff: '14' }
    const body = new URLSearchParams({
      account: giver.accountId,
      municipality: giver.municipalityId,
      submission: giver.submissionId,
      institution: giver.institutionId,
      edits: JSON.stringify([{ id, client, seq: state.seq, base: state.number, fields }]),
    })
    const answer = await this.#post(giver, '/ieraksti', body, this.saves)
    if (answer.status !== 200) return
    this.saved.add(id)
    state.number = JSON.parse(answer.text).number
    if (this.saved.size % TWICE === 0) await this.#post(giver, '/ieraksti', body, [])
  }

  async #handIn(giver: Giver, number: number) {
    const fields = Object.fromEntries(
      Array.from({ length: SIZE.fields - 2 }, (_, index) => [`field_${index + 3}`, String(index)]),
    )
    const body = new URLSearchParams({
      ...fields,
      pupils: '120',
      staff: '14',
      _once: randomUUID(),
      _version: String(number),
      _do: 'submit',
    })
    const answer = await this.#post(giver, '', body, this.handings)
    if (answer.status !== 303) return
    this.handed.add(giver.submissionId)
    if (this.handed.size % TWICE === 0) await this.#post(giver, '', body, [])
  }

  /** Posts until the server has taken it or refused it for good; the time counts from the first try. */
  async #post({ cookie, clientAddress, path }: Giver, below: string, body: URLSearchParams, times: number[]) {
    const began = performance.now()
    for (;;) {
      // A refused post may close its connection before all of it was sent; a browser asks again then too.
      const answer = await send(this.#address + path + below, String(body), {
        cookie,
        'x-forwarded-for': clientAddress,
        agent: this.#agent,
      }).catch(() => ({ status: 503, text: '' }))
      if (answer.status !== 429 && answer.status !== 503) {
        times.push(performance.now() - began)
        if (answer.status >= 400) this.failed.set(answer.status, (this.failed.get(answer.status) ?? 0) + 1)
        return answer
      }
      this.again += 1
      await pause(AGAIN_MS)
    }
  }
}

function send(
  address: string,
  body: string,
  { agent, ...headers }: { agent: Agent; cookie: string; 'x-forwarded-for': string },
): Promise<{ status: number; text: string }> {
  const { origin } = new URL(address)
  const own = {
    origin,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  return new Promise((resolve, reject) => {
    request(address, { method: 'POST', agent, headers: { ...own, ...headers } }, (incoming) => {
      let text = ''
      incoming
        .setEncoding('utf8')
        .on('data', (part: string) => {
          text += part
        })
        .on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
    })
      // What a refused post had still to send breaks off after its answer, when nobody waits on the socket.
      .on('socket', (socket) => socket.listenerCount('error') < 2 && socket.on('error', () => undefined))
      .on('error', reject)
      .end(body)
  })
}
