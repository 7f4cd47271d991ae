import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Site = {
  address: string
  /** Its data folder, in which letters are. */
  data: string
  /** Tells the server to end. @returns its exit code, null when it was killed */
  stop: () => Promise<number | null>
}

/**
 * Starts the built server with its own new data folder, as `npm start` does.
 *
 * @param databaseUrl a filled database on a server; without it the embedded one, which is then made and filled
 */
export async function startSite(databaseUrl = ''): Promise<Site> {
  const data = await mkdtemp(join(tmpdir(), 'izaugsme-site-'))
  const server = spawn(process.execPath, ['build/server/index.js'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      IZAUGSME_DATA: data,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      IZAUGSME_GALLERY: 'show',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const killWithUs = () => server.kill('SIGKILL')
  process.once('exit', killWithUs)
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec(text)
      if (found) resolve(found[0])
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served`)))
  })
  return {
    address,
    data,
    stop: async () => {
      process.off('exit', killWithUs)
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      const code = await ended
      await rm(data, { recursive: true, force: true })
      return code
    },
  }
}
