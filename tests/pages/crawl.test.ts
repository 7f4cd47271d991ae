import { test as base, expect } from 'vitest'
import { serve } from '../support/serve.ts'
import { crawl } from './crawl.ts'

const SITE: Record<string, string> = {
  '/': '<a class="x" href="/list?page=1#top">a</a><link rel="alternate" href="/machine"><form action="/search">',
  '/list?page=1': '<p id="top"></p><a href="/list?page=2">next</a><a href="/gone">gone</a>',
  '/machine':
    '<a href="https://elsewhere.test/">away</a><a href="/assets/x.js">asset</a><a href="/other">o</a>',
  '/other': '<a href="/zinot?par=/other">report</a><a href="/zinot?par=/">report</a>',
  '/zinot?par=/other': '<p></p>',
  '/search': '<p></p>',
}

const test = base.extend(
  'site',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const { site, stop } = await serve(({ url = '' }, response) => {
      const html = SITE[url]
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html)
    })
    onCleanup(stop)
    return site
  },
)

test('follows links, once each; a form is one page; from a question leads no way to another', async ({
  site,
}) => {
  const { pages, anchors } = await crawl(site, ['/'])
  expect([...pages].map(([path, { status }]) => `${path} ${status}`).toSorted()).toEqual([
    '/ 200',
    '/gone 404',
    '/list?page=1 200',
    '/machine 200',
    '/other 200',
    '/zinot?par=/other 200',
  ])
  expect(anchors).toEqual([{ from: '/', to: '/list?page=1', id: 'top' }])
  expect(pages.get('/list?page=1')?.ids).toEqual(new Set(['top']))
})

test('tells what a person can choose from what only machines read', async ({ site }) => {
  const { offered } = await crawl(site, ['/'])
  expect([...offered].toSorted()).toEqual([
    '/',
    '/gone',
    '/list?page=1',
    '/list?page=2',
    '/other',
    '/search',
    '/zinot?par=/',
    '/zinot?par=/other',
  ])
})
