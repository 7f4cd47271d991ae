import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** How long a holder may take to answer who it is: the embedded database keeps it busy at times. */
const PATIENCE_MS = 2000

/**
 * Takes a name for a folder that the system gives to one process at a time and takes back when that process
 * ends, however it ends. Nobody can delete it, unlike a file.
 *
 * @returns what gives the name back; undefined when another process has it; `none` where the system has no
 *   such names
 */
export async function takeKernelName(folder: string): Promise<(() => Promise<void>) | 'none' | undefined> {
  const name = await nameOf(folder)
  if (name === undefined) return 'none'
  const asking = new Set<Socket>()
  const server = createServer((socket) => {
    asking.add(socket)
    socket.on('close', () => asking.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.end(String(process.pid))
  })
  if (!(await listen(server, name))) return undefined
  server.unref()
  return () => {
    for (const socket of asking) socket.destroy()
    return new Promise((done) => server.close(() => done()))
  }
}

function listen(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    )
    server.listen(name, () => resolve(true))
  })
}

/** Number of the process that has the folder's name; undefined when it does not answer in time. */
export async function askHolder(folder: string): Promise<number | undefined> {
  const name = await nameOf(folder)
  if (name === undefined) return undefined
  return new Promise((resolve) => {
    const socket = connect(name)
    const giveUp = () => {
      socket.destroy()
      resolve(undefined)
    }
    socket.setTimeout(PATIENCE_MS, giveUp)
    socket.on('error', giveUp)
    socket.on('data', (answer) => {
      socket.destroy()
      resolve(Number(String(answer)) || undefined)
    })
    socket.on('end', giveUp)
  })
}

/** By the folder itself, not by its path: it may have several. */
async function nameOf(folder: string): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const { dev, ino } = await stat(folder, { bigint: true })
    return `\0izaugsme-${dev}-${ino}`
  }
  if (process.platform !== 'win32') return undefined
  const hash = createHash('sha256')
    .update((await realpath(folder)).toLowerCase())
    .digest('hex')
  return `\\\\.\\pipe\\izaugsme-${hash}`
}
