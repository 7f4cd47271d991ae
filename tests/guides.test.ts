import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { OAuth2Server } from 'oauth2-mock-server'
import { Client } from 'pg'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { readSettings } from '#platform/settings.server.ts'
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

test('every command of the guide is run here, or says when it was checked by hand and with what', () => {
  const commands = guide.filter(({ language }) => language !== 'ini')
  const unmarked = commands.filter(
    ({ mark, above }) =>
      ![...RUN, 'vienība'].includes(mark) && !/ārbaudīts ar roku \d{4}-\d\d-\d\d/.test(above),
  )
  expect(unmarked).toEqual([])
  expect(commands.filter(({ mark }) => RUN.includes(mark)).length).toBeGreaterThan(18)
})

const settings = guide.filter(({ language }) => language === 'ini').map(({ text }) => text)

test('every setting of the guide is one that the program reads', async () => {
  const source = await readFile('src/platform/settings.server.ts', 'utf8')
  const known = new Set((source.match(/^ {2}[A-Z_]+(?=:)/gm) ?? []).map((name) => name.trim()))
  const told = settings.flatMap((text) => text.match(/^[A-Z_]+(?==)/gm) ?? [])
  expect(told.length).toBeGreaterThan(12)
  expect(told.filter((name) => !known.has(name))).toEqual([])
})

test('its file of settings is read alike by systemd and by a shell, and can be used', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-settings-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'izaugsme.env'), settings.join('\n'))
  const child = spawn('sh', ['-e', '-c', `set -a && . ${folder}/izaugsme.env && env -0`], { env: {} })
  const [said] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), once(child, 'close')])
  const byShell = Object.fromEntries(
    said
      .join('')
      .split('\0')
      .map((line) => line.split(/=(.*)/s)),
  )
  // As `EnvironmentFile=` reads it: nothing is expanded, and quotes around a value are taken off.
  const bySystemd = Object.fromEntries(
    settings.flatMap((text) =>
      text.split('\n').map((line) => line.split(/=(.*)/s).map((part) => part.replace(/^'(.*)'$/, '$1'))),
    ),
  )
  expect(byShell).toMatchObject(bySystemd)
  const { mailFrom } = readSettings({ ...bySystemd, IZAUGSME_SECRET: '', IZAUGSME_OIDC_CLIENT_SECRET: 'x' })
  expect(mailFrom).toEqual({ name: 'Izaugsme', address: 'izaugsme@example.lv' })
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

/** Runs a line of cron as cron does: with hardly an environment, from the folders of this installation. */
function runBySchedule({ text, ...block }: Block, environment: Environment, settingsFile: string) {
  const command = text
    .replace(/^(\S+ ){5}/, '')
    .replaceAll('\\%', '%')
    .replace('/opt/izaugsme', process.cwd())
    .replace('/etc/izaugsme.env', settingsFile)
    .replace('/var/backups/izaugsme', environment.KOPIJAS ?? '')
  const { HOME, PATH } = environment
  return run({ ...block, text: command }, { HOME, PATH, SHELL: '/bin/sh' })
}

/** Settings as the guide has them written into a file. */
const asSettings = (environment: Environment) =>
  Object.entries(environment)
    .filter(([name]) => /^(IZAUGSME_|DATABASE_|PORT$)/.test(name))
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('')

/** A server of mail that keeps what it gets. */
async function receiveMail() {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, answer) => {
      text(stream).then((letter) => {
        letters.push(letter)
        answer()
      }, answer)
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((closed) => server.close(closed))
  return { letters, address: `smtp://127.0.0.1:${port}`, close }
}

/** A provider that people sign in by. */
async function startProvider() {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  server.issuer.url = `http://127.0.0.1:${server.address().port}`
  return { issuer: server.issuer.url, close: () => server.stop() }
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
  const [mail, provider] = await Promise.all([receiveMail(), startProvider()])
  onTestFinished(async () => {
    await Promise.all([mail.close(), provider.close()])
  })
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
    IZAUGSME_METRICS_TOKEN: 'zime-ar-16-rakstzimem',
    IZAUGSME_SMTP: mail.address,
    IZAUGSME_MAIL_FROM: 'Izaugsme <izaugsme@example.lv>',
    IZAUGSME_OIDC_ISSUER: provider.issuer,
    IZAUGSME_OIDC_CLIENT_ID: 'izaugsme',
    IZAUGSME_OIDC_CLIENT_SECRET: 'noslepums',
    IZAUGSME_OIDC_NAME: 'Pašvaldības konts',
  }
  const settingsFile = join(folder, 'izaugsme.env')
  await writeFile(settingsFile, asSettings(environment))
  const said: string[] = []
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
    else if (block.language === 'cron') said.push(await runBySchedule(block, environment, settingsFile))
    else if (block.language === 'sh' && ['izmēģināts', 'apturēts'].includes(block.mark))
      said.push(await run(block, environment))
  }
  expect(said.join()).toContain('jobs ok\n')
  expect(said.join()).toContain('izaugsme_requests_total')
  expect(said.join()).toContain(`${provider.issuer}/authorize?`)
  expect(said.join()).toContain(encodeURIComponent('/pieslegties/oidc'))
  const link = 'http://127.0.0.1:43117/pieslegties/uzaicinajums?kods='
  expect(said.join()).toContain(link)
  expect(mail.letters[0]).toContain('From: Izaugsme <izaugsme@example.lv>')
  expect(mail.letters).toHaveLength(2)
  const copies = await readdir(environment.KOPIJAS ?? '')
  expect(copies).toContainEqual(expect.stringMatching(/^\d{4}-\d\d-\d\d\.kopija$/))
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
