import { logError } from '../log.server.ts'
import { count } from '../metrics.server.ts'
import { Refused } from '../refuse.ts'

/** Codes of the system and of PostgreSQL for a server that is not there, is going, is coming or is full. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])
/** What the driver says in words only. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether an error says that the database cannot be had at this moment, and nothing about the work. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if ((code !== undefined && AWAY.has(code)) || AWAY_WORDS.test(error.message)) return true
  // A name with several addresses gives one error of several.
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  return isDatabaseAway(error.cause)
}

/** What an error is to who asked: a refusal in words, or undefined when it is a defect. */
export function asRefusal(error: unknown): Refused | undefined {
  // By its name, since tools that reload sources keep more than one copy of a class.
  if (error instanceof Error && error.name === 'Refused') return error as Refused
  if (!isDatabaseAway(error)) return undefined
  reportAway(error)
  return new Refused(503, 'platform.refused.away')
}

const REPORT_EVERY_MS = 1000
let reportedAt = Number.NEGATIVE_INFINITY

/** Says in the log that the database is away: one line a second at most, however many ask. */
export function reportAway(error: unknown) {
  count('izaugsme_database_away_total')
  const now = performance.now()
  if (now - reportedAt < REPORT_EVERY_MS) return
  reportedAt = now
  const { code, message } = error as NodeJS.ErrnoException
  console.error(`The database is away: ${message || code}`)
}

/** Says in the log what has failed that nobody waits for; that the database is away is said once for all. */
export function reportFailure(what: string, error: unknown) {
  if (isDatabaseAway(error)) reportAway(error)
  else logError(what, error)
}
