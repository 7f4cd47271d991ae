import { requestNumber } from './http/request-number.server.ts'

/** Errors of the language itself name parts of our code and never what somebody wrote. */
const PLAIN = new Set(['TypeError', 'ReferenceError', 'AbortError', 'TimeoutError'])
/** What PostgreSQL says of an error besides words that may quote a row. */
const OF_DATABASE = ['severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const

/**
 * Writes a line of the log about something that failed, with the number of the request or job in which it did. What
 * an error says in its own words may quote what somebody wrote, so the line has its kind, its code, the names of
 * tables, and where it came from.
 *
 * @param what in our words, without anything that was typed
 */
export function logError(what: string, error: unknown) {
  const id = requestNumber()
  const said = id === undefined || what.includes(id) ? what : `${id} ${what}`
  if (process.env.NODE_ENV === 'development') console.error(`${said}:`, error)
  else console.error(`${said}: ${describeError(error)}`)
}

/** An error without its words. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`
  const known = error as unknown as Record<string, unknown>
  const names = OF_DATABASE.flatMap((name) =>
    typeof known[name] === 'string' ? [`${name} ${known[name]}`] : [],
  )
  const message = PLAIN.has(error.name) ? `: ${error.message}` : ''
  const head = [`${kindOf(error)}${message}`, ...names].join(', ')
  const cause = error.cause === undefined ? [] : [`caused by ${describeError(error.cause)}`]
  return [head, ...framesOf(error), ...cause].join('\n')
}

/** Name and code of an error. */
export function kindOf(error: unknown): string {
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: unknown }
  return typeof code === 'string' ? `${name} ${code}` : String(name)
}

const framesOf = ({ stack = '' }: Error) => stack.split('\n').filter((line) => /^\s+at /.test(line))
