import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** A slow machine makes pages from their sources slowly. */
const PATIENCE_MS = 240_000

/** `npm run dev` on an empty data folder, without the installing before it. */
async function startDeveloping(folder: string) {
  const child = spawn(process.execPath, ['src/app/dev.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      IZAUGSME_DATA: folder,
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec(text)
      if (found) resolve(found[0])
    })
    ended.then((code) => reject(new Error(`the server ended with ${code} before it served`)))
  })
  return {
    address,
    end: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

test('while pages are edited they are served from their sources, both faces', {
  timeout: PATIENCE_MS,
}, async ({ onTestFinished }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-dev-'))
  const { address, end } = await startDeveloping(folder)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, words] of [
    ['/liepaja', 'Liepāja'],
    ['/zinot?par=/liepaja/raditaji/14', 'Ziņot par kļūdu'],
  ] as const) {
    const response = await fetch(address + path)
    const html = await response.text()
    expect(response.status, html).toBe(200)
    expect(html).toContain(words)
    expect(html).toContain('/@vite/client')
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    expect((await fetch(address + style)).status).toBe(200)
  }
  const { status } = await fetch(`${address}/src/modules/work/islands/typed-text.island.ts`)
  expect(status).toBe(200)
  expect(await end()).toBe(0)
})
