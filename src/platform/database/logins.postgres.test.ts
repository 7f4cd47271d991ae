import { sql } from 'kysely'
import { Client } from 'pg'
import { test as base, describe, expect } from 'vitest'
import { startPostgres } from '../../../tests/support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../../../tests/support/server-databases.ts'
import { THE_PUBLIC } from '../users.ts'
import { loginsOf } from './logins.server.ts'
import { openDatabase } from './open.server.ts'
import { findMissingProtection, protectDatabase } from './protect.server.ts'
import { readAs } from './scope.server.ts'

/** A server of its own that asks for passwords and writes down each statement, as a careful one does. */
const test = base.extend(
  'server',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const server = await startPostgres({
      authentication: 'scram-sha-256',
      settings: { log_statement: 'all', log_min_messages: 'log' },
    })
    onCleanup(() => server.stop())
    await runOnServer(server.url, 'create database first')
    await runOnServer(server.superuserUrl, `alter role izaugsme password 'the owner’s'`)
    const owner = new URL(databaseUrl(server.url, 'first'))
    owner.password = 'the owner’s'
    return { ...server, url: owner.href }
  },
)

const at = (databaseUrl: string) => ({ databaseUrl, databaseWebUrl: undefined, databasePublicUrl: undefined })
const whoReads = (address: string) =>
  openDatabase({ databaseUrl: address, dataFolder: '' }).then(async (open) => {
    await open.asOwner(open.prepare)
    const { rows } = await readAs(open.db, THE_PUBLIC, (tx) => sql`select session_user as name`.execute(tx))
    await open.close()
    return rows
  })

/** An owner of a database who has no more rights than that. */
async function clerkOf(superuserUrl: string) {
  await runOnServer(superuserUrl, `create role clerk login password 'clerk'`)
  await runOnServer(superuserUrl, 'create database clerks owner clerk')
  const url = new URL(databaseUrl(superuserUrl, 'clerks'))
  url.username = 'clerk'
  url.password = 'clerk'
  return openDatabase({ databaseUrl: url.href, dataFolder: '' })
}

test('nobody protects a database that its owner has not started', async ({ server }) => {
  const superuser = await openDatabase({
    databaseUrl: databaseUrl(server.superuserUrl, 'first'),
    dataFolder: '',
  })
  await expect(superuser.asOwner(protectDatabase)).rejects.toMatchObject({
    reason: 'platform.database.unstarted',
  })
  await superuser.close()
})

test('an owner who may make no roles is told so, then which address to give', async ({ server }) => {
  const clerk = await clerkOf(server.superuserUrl)
  await expect(clerk.asOwner(clerk.prepare)).rejects.toMatchObject({
    reason: 'platform.database.roles',
    values: { statement: 'create role izaugsme_public login noinherit' },
  })
  await whoReads(server.url)
  await expect(clerk.asOwner(clerk.prepare)).rejects.toMatchObject({
    reason: 'platform.database.login',
    values: { login: 'izaugsme_web', setting: 'DATABASE_WEB_URL' },
  })
  await clerk.close()
})

describe('the logins of a server that asks for passwords', () => {
  test('are made at the first start and agreed on by every database of the owner', async ({ server }) => {
    await runOnServer(server.url, 'create database second')
    expect(await whoReads(server.url)).toEqual([{ name: 'izaugsme_public' }])
    expect(await whoReads(databaseUrl(server.url, 'second'))).toEqual([{ name: 'izaugsme_public' }])
  })

  test('have passwords that stand in no log of the server', async ({ server }) => {
    await whoReads(server.url)
    const { members, visitors } = loginsOf(at(server.url))
    expect(members.password).toMatch(/^[\w-]{40,}$/)
    expect(server.log()).toContain('alter role "izaugsme_web" password')
    expect(server.log()).not.toContain(members.password)
    expect(server.log()).not.toContain(visitors.password)
  })

  test('follow the owner’s password when it is changed', async ({ server }) => {
    await whoReads(server.url)
    await runOnServer(server.superuserUrl, `alter role izaugsme password 'another'`)
    const url = new URL(server.url)
    url.password = 'another'
    expect(await whoReads(url.href)).toEqual([{ name: 'izaugsme_public' }])
    await runOnServer(server.superuserUrl, `alter role izaugsme password 'the owner’s'`)
  })

  test('are refused in words when another address is needed', async ({ server }) => {
    const databaseWebUrl = server.url.replace('izaugsme:', 'izaugsme_web:')
    const open = await openDatabase({ databaseUrl: server.url, databaseWebUrl, dataFolder: '' })
    await expect(open.asOwner(open.prepare)).rejects.toMatchObject({
      reason: 'platform.database.login',
      values: { login: 'izaugsme_web', setting: 'DATABASE_WEB_URL' },
    })
    await open.close()
  })

  test('are not the owner under another name', async ({ server }) => {
    const open = await openDatabase({
      databaseUrl: server.url,
      databasePublicUrl: server.url,
      dataFolder: '',
    })
    await expect(open.asOwner(open.prepare)).rejects.toMatchObject({
      values: { login: 'izaugsme_public', setting: 'DATABASE_PUBLIC_URL' },
    })
    await open.close()
  })
})

test('somebody else than the owner migrates nothing, be it the superuser', async ({ server }) => {
  const superuser = await openDatabase({
    databaseUrl: databaseUrl(server.superuserUrl, 'first'),
    dataFolder: '',
  })
  await expect(superuser.asOwner(superuser.prepare)).rejects.toMatchObject({
    reason: 'platform.database.owner',
    values: { owner: 'izaugsme', user: 'postgres' },
  })
  await superuser.close()
})

test('what an owner cannot protect is named, until a superuser has done it once', async ({ server }) => {
  await whoReads(server.url)
  const open = await openDatabase({ databaseUrl: server.url, dataFolder: '' })
  expect(await open.asOwner(protectDatabase)).toEqual(['settings', 'largeObjects', 'codeBlocks', 'sessions'])
  const superuser = await openDatabase({
    databaseUrl: databaseUrl(server.superuserUrl, 'first'),
    dataFolder: '',
  })
  expect(await superuser.asOwner(protectDatabase)).toEqual([])
  expect(await open.asOwner(findMissingProtection)).toEqual([])
  await superuser.close()
  await open.close()
})

test('the public cannot stay: its statements and its idle transactions end by themselves', async ({
  server,
}) => {
  await whoReads(server.url)
  const client = new Client({ connectionString: loginsOf(at(server.url)).visitors.address })
  await client.connect()
  const { rows } = await client.query(`select current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle,
    current_setting('default_transaction_read_only') as reads_only`)
  await client.end()
  expect(rows).toEqual([{ statement: '5s', idle: '10s', reads_only: 'on' }])
})
