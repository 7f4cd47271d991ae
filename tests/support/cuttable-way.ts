import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A way to a database server that can be cut and mended, as when the server is restarted. */
export async function openCuttableWay(databaseUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-way-'))
  const sockets = new Set<Socket>()
  let isCut = false
  const way = createServer((socket) => {
    const onward = isCut ? undefined : connectTo(databaseUrl)
    for (const one of [socket, onward]) {
      if (one) sockets.add(one.on('error', () => undefined).on('close', () => sockets.delete(one)))
    }
    if (onward) socket.pipe(onward).pipe(socket)
    else socket.destroy()
  }).listen(join(folder, '.s.PGSQL.5432'))
  await once(way, 'listening')
  const url = new URL(databaseUrl)
  url.host = 'localhost'
  url.searchParams.set('host', folder)
  return {
    url: url.href,
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      way.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function connectTo(databaseUrl: string): Socket {
  const { hostname, port, searchParams } = new URL(databaseUrl)
  const folder = searchParams.get('host')
  return folder ? connect(join(folder, '.s.PGSQL.5432')) : connect(Number(port || 5432), hostname)
}
