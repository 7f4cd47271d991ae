import { chmod, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Printer } from './ask-server.server.ts'
import { type Answered, socketOf } from './protocol.ts'

const Asked = z.object({ words: z.array(z.string()), folder: z.string() })

/** Does what the words say, printing as it goes, and answers the exit code. */
export type RunWords = (words: readonly string[], folder: string, printer: Printer) => Promise<number>

/** Longer than any line of words, shorter than what could fill the memory. */
const LONGEST_LINE = 100_000

/**
 * Takes commands for the server of a data folder, which has the folder to itself: one after the other, each to its
 * end, even when nobody waits for it any more.
 *
 * @returns a function that takes no more of them and waits for the one under way
 */
export async function answerCommands(dataFolder: string, run: RunWords): Promise<() => Promise<void>> {
  const path = socketOf(dataFolder)
  const open = new Set<Socket>()
  let underWay: Promise<void> = Promise.resolve()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    readLine(socket, (line) => {
      underWay = underWay.then(() => answer(socket, line, run))
    })
  })
  // What a killed server has left behind; nobody else can be listening, since the folder is ours.
  await rm(path, { force: true })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(path, done)
  })
  if (process.platform !== 'win32') await chmod(path, 0o600)
  server.unref()
  return async () => {
    server.close()
    await underWay
    for (const socket of open) socket.destroy()
  }
}

function readLine(socket: Socket, receive: (line: string) => void) {
  let length = 0
  socket.on('data', (bytes) => {
    length += bytes.length
    if (length > LONGEST_LINE) socket.destroy()
  })
  createInterface({ input: socket }).once('line', receive)
}

async function answer(socket: Socket, line: string, run: RunWords) {
  const say = (answered: Answered) => {
    if (socket.writable) socket.write(`${JSON.stringify(answered)}\n`)
  }
  const asked = Asked.safeParse(parse(line))
  if (!asked.success) {
    socket.destroy()
    return
  }
  const { words, folder } = asked.data
  const printer = {
    tell: (text: string) => say({ tell: text }),
    complain: (text: string) => say({ complain: text }),
  }
  try {
    say({ exitCode: await run(words, folder, printer) })
    socket.end()
  } catch {
    // Whoever asked is told by the missing exit code; the server goes on.
    socket.destroy()
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
