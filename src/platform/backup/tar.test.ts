import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { BrokenTar, readTar, TAR_END, tarHeader, tarPadding } from './tar.ts'

const AT = new Date('2026-11-30T12:00:00Z')
const entry = (name: string, content: string) => {
  const bytes = Buffer.from(content)
  return Buffer.concat([tarHeader(name, bytes.length, AT), bytes, tarPadding(bytes.length)])
}
const FILES = { 'tables/a.00001.copy': 'viens\tdivi\n', 'files/tukšs': '', 'files/b': 'x'.repeat(1500) }
const tar = Buffer.concat([...Object.entries(FILES).map(([name, text]) => entry(name, text)), TAR_END])

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function readAll(bytes: Buffer, size: number) {
  const found: Record<string, string> = {}
  for await (const { name, body } of readTar(inPieces(bytes, size))) {
    const pieces: Buffer[] = []
    for await (const piece of body) pieces.push(piece)
    found[name] = String(Buffer.concat(pieces))
  }
  return found
}

describe('tar', () => {
  test.for([1, 7, 512, 513, 100_000])('is read as it was written, in pieces of %i bytes', async (size) => {
    expect(await readAll(tar, size)).toEqual(FILES)
  })

  test('what is passed over is passed over', async () => {
    const names: string[] = []
    for await (const { name } of readTar(inPieces(tar, 100))) names.push(name)
    expect(names).toEqual(Object.keys(FILES))
  })

  test('the tool that everybody has lists it', () => {
    const { stdout } = spawnSync('tar', ['tf', '-'], { input: tar, encoding: 'utf8' })
    expect(stdout.split('\n')).toContain('tables/a.00001.copy')
  })

  test('an end that is missing and a header that is damaged are told', async () => {
    await expect(readAll(tar.subarray(0, tar.length - TAR_END.length), 512)).rejects.toThrow(BrokenTar)
    const damaged = Buffer.from(tar)
    damaged[3] = 0x7a
    await expect(readAll(damaged, 512)).rejects.toThrow(BrokenTar)
  })
})
