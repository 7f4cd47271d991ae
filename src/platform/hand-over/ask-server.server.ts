import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { type Answered, type Asked, socketOf } from './protocol.ts'

/** Where the server's answers are printed. */
export type Printer = { tell: (line: string) => void; complain: (line: string) => void }

/** The server ended before it had done what it was asked. */
export class ServerGone extends Error {
  constructor() {
    super('The server ended before the command was done')
  }
}

/**
 * Hands a command over to the server of a data folder, and prints what it answers.
 *
 * @returns the exit code; undefined when no server is there
 * @throws ServerGone when it ends on the way; what it had not finished is undone
 */
export async function askServer(
  dataFolder: string,
  asked: Asked,
  printer: Printer,
): Promise<number | undefined> {
  const socket = await reach(socketOf(dataFolder))
  if (socket === undefined) return undefined
  socket.write(`${JSON.stringify(asked)}\n`)
  try {
    for await (const line of createInterface({ input: socket })) {
      const answered = JSON.parse(line) as Answered
      if ('exitCode' in answered) return answered.exitCode
      if ('tell' in answered) printer.tell(answered.tell)
      else printer.complain(answered.complain)
    }
  } catch (error) {
    if (!isBroken(error)) throw error
  } finally {
    socket.destroy()
  }
  throw new ServerGone()
}

/** A socket that a killed server has left behind is nobody's. */
async function reach(path: string): Promise<Socket | undefined> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return socket
  } catch {
    return undefined
  }
}

const isBroken = (error: unknown) =>
  ['ECONNRESET', 'EPIPE'].includes(String((error as NodeJS.ErrnoException).code))
