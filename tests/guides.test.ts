import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { postgresBinaries, startPostgres } from './support/postgres-server.ts'

/** A fenced block: its language and mark, its lines, and the line above it that says something. */
type Block = { mark: string; language: string; text: string; line: number; above: string }

function blocksOf(markdown: string): Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [, language, mark = ''] = /^```(\S+)(?: (\S+))?$/.exec(lines[at] ?? '') ?? []
    if (language === undefined) continue
    const end = lines.indexOf('```', at)
    const above = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? ''
    blocks.push({ language, mark, text: lines.slice(at + 1, end).join('\n'), line: at + 1, above })
    at = end
  }
  return blocks
}

const guide = blocksOf(await readFile('docs/guides/operator.lv.md', 'utf8'))
const RUN = ['izmēģināts', 'postgres', 'apturēts', 'serveris']

test('every command of the guide is run here or says that it was not tried', () => {
  const commands = guide.filter(({ language }) => language !== 'ini')
  const unmarked = commands.filter(
    ({ mark, above }) => ![...RUN, 'vienība'].includes(mark) && !/nav izmēģināts/.test(above),
  )
  expect(unmarked).toEqual([])
  expect(commands.filter(({ mark }) => RUN.includes(mark)).length).toBeGreaterThan(12)
})

/** Settings that the guide may speak of before the part that reads them is there. */
const TOLD_AHEAD = [
  'IZAUGSME_SMTP',
  'IZAUGSME_MAIL_FROM',
  'IZAUGSME_OIDC_ISSUER',
  'IZAUGSME_OIDC_CLIENT_ID',
  'IZAUGSME_OIDC_CLIENT_SECRET',
  'IZAUGSME_OIDC_NAME',
]

test('every setting of the guide is one that the program reads', async () => {
  const known = new Set([
    ...((await readFile('src/platform/settings.server.ts', 'utf8')).match(/^ {2}[A-Z_]+(?=:)/gm) ?? []).map(
      (name) => name.trim(),
    ),
    ...TOLD_AHEAD,
  ])
  const told = guide
    .filter(({ language }) => language === 'ini')
    .flatMap(({ text }) => text.match(/^[A-Z_]+(?==)/gm) ?? [])
  expect(told.filter((name) => !known.has(name))).toEqual([])
})

type Environment = Record<string, string | undefined>

/** Runs a block as a shell would, to its end. */
async function run({ text, line }: Block, environment: Environment) {
  const child = spawn('sh', ['-e', '-c', text], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => {
      said += words
    })
  const [code] = await once(child, 'close')
  expect(code, `line ${line}: ${text}\n${said}`).toBe(0)
  return said
}

/** Starts a server that goes on. */
async function serve({ text }: Block, environment: Environment): Promise<() => Promise<void>> {
  const child: ChildProcess = spawn('sh', ['-c', `exec ${text}`], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })
  await new Promise<void>((served, failed) => {
    lines.on('line', (line) => {
      if (line.includes('http://')) served()
    })
    child.once('exit', () => failed(new Error('the server ended before it served')))
  })
  return async () => {
    const ended = once(child, 'exit')
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
}

test('its commands work in a new installation, in their order', { timeout: 600_000 }, async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-guide-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const environment: Environment = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    NODE_ENV: 'production',
    PORT: '43117',
    DATABASE_URL: '',
    IZAUGSME_DATA: join(folder, 'dati'),
    IZAUGSME_DEMO: 'none',
    KOPIJAS: join(folder, 'kopijas'),
    JAUNA_MAPE: join(folder, 'jauna'),
    IZMEGINAJUMS: join(folder, 'izmēģinājums'),
  }
  let stop: (() => Promise<void>) | undefined
  onTestFinished(async () => stop?.())
  const postgres = postgresBinaries() ? await startPostgres() : undefined
  onTestFinished(async () => postgres?.stop())
  const onServer = postgres && serverEnvironment(postgres)
  for (const block of guide) {
    if (block.mark === 'serveris') stop = await serve(block, environment)
    if (block.mark === 'apturēts') {
      await stop?.()
      stop = undefined
    }
    if (block.language === 'sql' && postgres) await runSql(postgres.superuserUrl, block.text)
    else if (block.mark === 'postgres' && onServer)
      await run(block, { ...environment, ...onServer, IZMAINAS: await countChanges(onServer.SUPERUSER_URL) })
    else if (block.language === 'sh' && ['izmēģināts', 'apturēts'].includes(block.mark))
      await run(block, environment)
  }
})

/** The addresses that the guide's own statements make. */
function serverEnvironment({ superuserUrl }: { superuserUrl: string }) {
  const superuser = new URL(superuserUrl)
  superuser.pathname = '/izaugsme_dati'
  const owner = new URL(superuser)
  owner.username = 'izaugsme_ipasnieks'
  owner.password = 'nomainiet-so-paroli'
  return { DATABASE_URL: owner.href, SUPERUSER_URL: superuser.href }
}

async function onServer<Result>(address: string, work: (client: Client) => Promise<Result>) {
  const client = new Client({ connectionString: address })
  await client.connect()
  return work(client).finally(() => client.end())
}

const runSql = (address: string, text: string) =>
  onServer(address, async (client) => {
    for (const statement of text.split(/;\s*\n|;\s*$/).filter((one) => one.trim() !== ''))
      await client.query(statement)
  })

/** How many changes there are, which whoever replaces them has to type. */
const countChanges = (address: string) =>
  onServer(address, async (client) => {
    const { rows } = await client
      .query<{ count: string }>('select count(*)::text as count from platform.change')
      .catch(() => ({ rows: [] }))
    return rows[0]?.count ?? '0'
  })

test('its unit is one that systemd understands, where there is systemd', async ({ onTestFinished }) => {
  const unit = guide.find(({ mark }) => mark === 'vienība')
  expect(unit?.text).toContain('ExecStart=')
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-unit-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'izaugsme.service')
  await writeFile(file, unit?.text ?? '')
  const child = spawn('systemd-analyze', ['verify', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    said += words
  })
  const isThere = await new Promise<boolean>((known) => {
    child.once('error', () => known(false))
    child.once('close', () => known(true))
  })
  if (isThere) expect(said).not.toMatch(/Unknown|Failed to parse|Missing/)
})
