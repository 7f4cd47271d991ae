import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as realPause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenOnServer, pauseBefore } from './postgres-listener.server.ts'

/** Speaks as much of PostgreSQL as a listener needs; while `isAway`, hangs up on everybody. */
let server: Server
let isAway = false
let attempts = 0
const sockets = new Set<Socket>()

const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const SIGNED_IN = message('R', Buffer.alloc(4))
const READY = message('Z', Buffer.from('I'))
const LISTENING = [
  ...['1', '2', 'n'].map((type) => message(type, Buffer.alloc(0))),
  message('C', Buffer.from('LISTEN\0')),
]
/** What ends a statement that a client sends. */
const SYNC = message('S', Buffer.alloc(0))

function answer(socket: Socket) {
  attempts += 1
  sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)))
  if (isAway) return socket.destroy()
  return socket
    .once('data', () => socket.write(Buffer.concat([SIGNED_IN, READY])))
    .on(
      'data',
      (data) => data.subarray(-5).equals(SYNC) && socket.write(Buffer.concat([...LISTENING, READY])),
    )
}

/** Lets the controlled clock run, and the real sockets answer in between. */
async function letPass(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 0.25) {
    await vi.advanceTimersByTimeAsync(250)
    await realPause(3)
  }
}

beforeEach(async () => {
  isAway = false
  attempts = 0
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  vi.useRealTimers()
  server.close()
})

async function startListening() {
  const heard: string[] = []
  const { port } = server.address() as AddressInfo
  const stop = await listenOnServer({
    connectionString: `postgresql://somebody@127.0.0.1:${port}/izaugsme`,
    channel: 'news',
    receive: (payload) => heard.push(payload),
  })
  return { heard, stop }
}

test('tries at most 25 times in a minute without a database, over one connection at a time', async () => {
  const { heard, stop } = await startListening()
  expect(attempts).toBe(1)
  isAway = true
  for (const socket of sockets) socket.destroy()
  let mostSockets = 0
  for (let second = 0; second < 60; second += 1) {
    await letPass(1)
    mostSockets = Math.max(mostSockets, sockets.size)
  }
  expect(attempts - 1).toBeLessThanOrEqual(25)
  expect(attempts - 1).toBeGreaterThan(10)
  expect(mostSockets).toBeLessThanOrEqual(1)
  expect(heard).toEqual([])

  isAway = false
  await letPass(5)
  expect(heard).toEqual([''])
  expect(sockets.size).toBe(1)
  await stop()
})

test('tries no more once it was stopped', async () => {
  const { stop } = await startListening()
  isAway = true
  for (const socket of sockets) socket.destroy()
  await letPass(3)
  await stop()
  const before = attempts
  await letPass(20)
  expect(attempts).toBe(before)
})

test('pauses grow to four seconds at most and are never much shorter than that', () => {
  expect([0, 1, 2, 3, 10].map((attempt) => pauseBefore(attempt, 0))).toEqual([500, 1000, 2000, 4000, 4000])
  expect([0, 3, 10].map((attempt) => pauseBefore(attempt, 1))).toEqual([375, 3000, 3000])
})
