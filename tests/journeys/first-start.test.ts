import { expect, inject } from 'vitest'
import { twinOf } from '../pages/page-table.ts'
import { addressesOf } from '../pages/pages-to-visit.ts'
import { readPageTable } from '../pages/site-table.ts'
import { readExamples } from '../support/examples.ts'
import { test } from './site.ts'
import { startSite } from './start-site.ts'

/** A page as anybody reads it, without what tells one loading of the same data, or one form, from another. */
async function read(site: string, path: string): Promise<string> {
  const response = await fetch(site + path)
  const html = await response.text()
  const alike = html
    // Each database seals a journal of its own.
    .replaceAll(/<div class="heads">.*?<\/div>/gs, '')
    .replaceAll(/<time [^>]*>[^<]*/g, '<time>')
    .replaceAll(/ [0-9a-f]{8}(?=<)/g, ' loading')
    .replaceAll(/(?<=name="_once" value=")[0-9a-f-]{36}/g, 'form')
  return `${response.status} ${alike}`
}

test('a first start with nothing but this folder shows every page as a site on a server does', {
  timeout: 240_000,
}, async ({ onTestFinished }) => {
  const embedded = await startSite()
  const { address, ...server } = await startSite(inject('untouchedUrl'))
  onTestFinished(async () => {
    expect([await embedded.stop(), await server.stop()]).toEqual([0, 0])
  })
  const latvian = addressesOf(await readPageTable(), await readExamples())
  const different: string[] = []
  for (const path of [...latvian, ...latvian.map(twinOf)]) {
    const [here, there] = await Promise.all([read(embedded.address, path), read(address, path)])
    if (!here.startsWith('200 ') || here !== there) different.push(path)
  }
  expect(different).toEqual([])
})
