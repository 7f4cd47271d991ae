import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { refuse } from '../refuse.ts'

const hashBy = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

/** As OWASP asks for: 19 MiB of memory, two passes. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const textOf = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** One processor is left for everybody's pages, however many try to sign in. */
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism() - 1))
const MOST_WAITING = 40

let running = 0
const waiting: (() => void)[] = []

/** @throws Refused (503) when too many wait already */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < AT_ONCE) running += 1
  else {
    if (waiting.length >= MOST_WAITING) refuse(503, 'platform.refused.busy')
    await new Promise<void>((begin) => {
      waiting.push(begin)
    })
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const hashWith = (password: string, nonce: Buffer) =>
  inTurn(() => hashBy('argon2id', { ...COST, message: password.normalize('NFC'), nonce }))

/** What is kept of a password (argon2id), in the form that other programs read too. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const { memory, passes, parallelism } = COST
  const key = await hashWith(password, nonce)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${textOf(nonce)}$${textOf(key)}`
}

/** Whether a password is the one that was kept. Takes as long when it is not. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, salt = '', key = ''] = /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$([^$]+)\$([^$]+)$/.exec(kept) ?? []
  const known = Buffer.from(key, 'base64')
  const nonce = Buffer.from(salt, 'base64')
  // What was damaged takes its time too.
  const found = await hashWith(password, nonce.length < 8 ? randomBytes(16) : nonce)
  return known.length === found.length && timingSafeEqual(known, found)
}
