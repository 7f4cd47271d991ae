import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { type Face, faceOf } from './face.ts'
import { findSameNamed } from './link-names.ts'

export const DESK = { width: 1280, height: 900 }
export const PHONE = { width: 360, height: 740 }
/** What remains of a 1280 px screen at 400 % zoom. */
export const REFLOW = { width: 320, height: 640 }

/** What a page consists of. */
export type Content = { h1: number; main: number; title: string; lang: string }

/** Everything that is asked of a page, as one visit finds it. */
export type Visit = {
  address: string
  face: Face
  status: number
  cacheControl: string
  /** Accessibility rules that are broken, each with the elements it is about. */
  violations: { desk: string[]; phone: string[] }
  /** By how many pixels the page is wider than a window of so many; more than 0 makes people scroll sideways. */
  overflow: { phone: number; reflow: number; unfolded: number; spaced: number }
  /** Bytes of the page itself, before it is packed. */
  weight: number
  /** Names that several links of the page bear which lead to different places. */
  sameNamed: string[]
  /** How many screens of a phone it is long at first sight, and with what folds away closed. */
  screens: number
  /** Elements for scripts and their data, and those of them whose script stands in the page itself. */
  scripts: { all: number; inline: number }
  /** What is there when no script runs. */
  content: Content
}

/**
 * Asks everything that is asked of a page. One that has no scripts is the same whether they may run or not.
 *
 * @param window is taken to the page, and may be taken to others afterwards; {@link openWindow} opens one
 */
export async function visitPage(window: Page, site: string, address: string): Promise<Visit> {
  await window.setViewportSize(DESK)
  const response = await window.goto(site + address)
  const scripts = await countScripts(window)
  const content = await contentOf(window)
  const grounded = await window.addStyleTag({ content: NOTHING_FLOATS })
  const desk = await findViolations(window)
  await window.setViewportSize(PHONE)
  const phone = await findViolations(window)
  await grounded.evaluate((style) => (style as Element).remove())
  const overflow = { phone: await overflowOf(window), reflow: 0, unfolded: 0, spaced: 0 }
  const screens = await screensOf(window)
  const sameNamed = await findSameNamed(window)
  await window.setViewportSize(REFLOW)
  overflow.reflow = await overflowOf(window)
  await unfoldAll(window)
  overflow.unfolded = await overflowOf(window)
  await window.setViewportSize(PHONE)
  await window.addStyleTag({ content: TEXT_SPACING })
  overflow.spaced = await overflowOf(window)
  return {
    address,
    face: faceOf(address),
    status: response?.status() ?? 0,
    cacheControl: (await response?.headerValue('cache-control')) ?? '',
    violations: { desk, phone },
    overflow,
    weight: response ? (await response.body()).byteLength : 0,
    sameNamed,
    screens,
    scripts,
    content: scripts.all === 0 ? content : await contentWithoutScripts(window, site + address),
  }
}

/** A window into which the accessibility rules may be brought. */
export function openWindow(browser: Browser): Promise<Page> {
  return browser.newPage({ bypassCSP: true, viewport: DESK })
}

async function contentWithoutScripts(window: Page, url: string): Promise<Content> {
  const page = await window.context().browser()?.newPage({ javaScriptEnabled: false })
  if (!page) throw new Error('contentWithoutScripts: the window belongs to no browser')
  try {
    await page.goto(url)
    return await contentOf(page)
  } finally {
    await page.close()
  }
}

function contentOf(page: Page): Promise<Content> {
  return page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main').length,
    title: document.title,
    lang: document.documentElement.lang,
  }))
}

function countScripts(page: Page): Promise<Visit['scripts']> {
  return page.evaluate(() => {
    // What only describes a page to machines stands on every public one.
    const all = [
      ...document.querySelectorAll('script:not([type="application/ld+json"])'),
    ] as HTMLScriptElement[]
    // A block of data is never run.
    const inline = all.filter(({ src, type }) => !src && /^(module|importmap|text\/javascript|)$/.test(type))
    return { all: all.length, inline: inline.length }
  })
}

/** The link to the top floats over what one can scroll from under it. */
const NOTHING_FLOATS = '.to-top, .to-top * { position: static !important; }'

/** What readers may set who need more room between letters (WCAG 2.2, 1.4.12). */
const TEXT_SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`

function unfoldAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
}

const axe = readFile('node_modules/axe-core/axe.min.js', 'utf8')

/** The size of links and buttons (WCAG 2.2, 2.5.8), for which one has to ask. */
const RULES = { 'target-size': { enabled: true } }

/** Accessibility rules that a page breaks as it stands in its window, each with the elements it is about. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axe)
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run({ resultTypes: ['violations'], rules })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  }, RULES)
}

/** By how many pixels a page is wider than its window; more than 0 makes people scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** How many screens a page is long in its window when everything that folds is closed. */
function screensOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const open = [...document.querySelectorAll('details[open]')] as HTMLDetailsElement[]
    for (const fold of open) fold.open = false
    const screens = document.documentElement.scrollHeight / window.innerHeight
    for (const fold of open) fold.open = true
    return Math.round(screens * 10) / 10
  })
}
