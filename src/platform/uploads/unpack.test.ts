import { expect, test } from 'vitest'
import { zip } from '../zip.ts'
import { unpackArchives } from './unpack.server.ts'

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => [`mape/${index}.csv`, 'a,b\n1,2\n'] as const)
const unpack = (bytes: Uint8Array) => unpackArchives([{ name: 'dati.ZIP', bytes }])

test('tables stand in the place of their archive, by their own names; what is no table is passed over', () => {
  const plain = { name: 'cits.csv', bytes: new Uint8Array([1]) }
  const archive = { name: 'a.zip', bytes: zip([...names(2), ['mape/foto.jpg', 'x'], ['cits.zip', 'y']]) }
  const { files, broken } = unpackArchives([plain, archive])
  expect(broken).toEqual([])
  expect(files.map(({ name }) => name)).toEqual(['cits.csv', '0.csv', '1.csv'])
  expect(new TextDecoder().decode(files[1]?.bytes)).toBe('a,b\n1,2\n')
})

test('more tables than anybody has, or more than can be kept, are refused before they are unpacked', () => {
  expect(unpack(zip(names(100))).broken).toEqual([])
  const large = Buffer.alloc(61 * 2 ** 20)
  for (let at = 0; at < large.length; at += 1) large[at] = 48 + ((at * at) % 73)
  for (const bytes of [zip(names(101)), zip([['liels.csv', large]])]) {
    expect(unpack(bytes)).toMatchObject({
      files: [],
      broken: [{ name: 'dati.ZIP', complaint: { reason: 'platform.import.archiveLarge' } }],
    })
  }
})
