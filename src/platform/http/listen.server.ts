import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { logError } from '../log.server.ts'
import { createAccessLog, type LogLevel, type Trace } from './access-log.server.ts'
import { loadAssets } from './assets.server.ts'
import { closeWithin } from './close.server.ts'
import { countRequests } from './count-requests.server.ts'
import { createDoor, type DoorOptions } from './door.server.ts'
import { plainReply } from './refusals.server.ts'
import { withRequestNumber } from './request-number.server.ts'
import { send } from './send.server.ts'

/** Who has not finished asking by then is no browser. */
const ASKING_MS = { headersTimeout: 20_000, requestTimeout: 120_000 }

export type ListenOptions = Omit<DoorOptions, 'assets'> & {
  host: string
  /** 0 takes any free port */
  port: number
  /** Files that browsers load beside pages; their names change with their content. */
  assetsFolder?: string
  /** What is written of requests; nothing unless it is said. */
  log?: LogLevel
  /** Looks at each request first; while pages are edited that is the tool that makes them. */
  before?: (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void
}

/** The address at which to serve cannot be had: another program has it, or it is none of this machine. */
export class CannotListen extends Error {
  readonly host: string
  readonly port: number

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(`Cannot listen on ${host}:${port}: ${cause.message}`, { cause })
    this.host = host
    this.port = port
  }
}

/** Serves both faces over HTTP until it is closed. */
export async function listen(options: ListenOptions) {
  const { host, port, before } = options
  const log = createAccessLog(options.log ?? 'off')
  const assets = options.assetsFolder ? await loadAssets(options.assetsFolder) : new Map()
  const door = createDoor({ ...options, assets })
  /** Answers in the making, of which some go on though nobody waits for them any more. */
  const making = new Set<Promise<void>>()
  let isClosing = false

  const server = createServer(ASKING_MS, (incoming, outgoing) => {
    if (isClosing) outgoing.setHeader('connection', 'close')
    const answer = () => {
      const made = respond(incoming, outgoing).finally(() => making.delete(made))
      making.add(made)
    }
    if (before) before(incoming, outgoing, answer)
    else answer()
  })

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse) {
    const trace: Trace = { id: randomUUID(), face: 'none', route: null, action: null }
    log(incoming, outgoing, trace)
    countRequests(outgoing, trace)
    try {
      await withRequestNumber(trace.id, () => door(incoming, outgoing, trace))
    } catch (error) {
      logError(`${trace.id} ${incoming.method} ${trace.route}`, error)
      if (outgoing.headersSent) outgoing.destroy()
      else send(incoming, outgoing, plainReply(500))
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new CannotListen(host, port, error)))
    server.listen(port, host, resolve)
  })
  const taken = (server.address() as AddressInfo).port
  return {
    server,
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => {
      isClosing = true
      return closeWithin(server, making)
    },
  }
}
