import { build, type Rolldown } from 'vite'
import { expect } from 'vitest'
import type { KnownAnswers } from '../support/known-answers.ts'
import { test } from './site.ts'

const ORIGIN = 'http://packages.test'

/** The computation packages with their known answers, bundled as a page would have them. */
async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    base: '/',
    build: {
      write: false,
      target: 'es2024',
      rolldownOptions: {
        input: { answers: 'tests/support/known-answers.ts' },
        output: { entryFileNames: '[name].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
}

test('a browser computes every known answer of the packages', { timeout: 120_000 }, async ({
  browser,
  onTestFinished,
}) => {
  const files = await bundle()
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const body = files.get(pathname)
    const type = pathname.endsWith('.wasm') ? 'application/wasm' : 'text/javascript'
    if (pathname === '/')
      await route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="/answers.js"></script>',
      })
    else if (body === undefined) await route.fulfill({ status: 404 })
    else await route.fulfill({ contentType: type, body: Buffer.from(body) })
  })
  await page.goto(ORIGIN)
  const handle = await page.waitForFunction(() => 'answers' in window && window.answers, undefined, {
    timeout: 100_000,
  })
  const answers = (await handle.jsonValue()) as Record<string, KnownAnswers>
  expect(errors).toEqual([])
  expect(Object.values(answers).flatMap(({ broken }) => broken)).toEqual([])
  expect(Object.keys(answers)).toEqual(['statistics', 'psychometrics', 'disclosure', 'optimisation'])
  for (const { kept } of Object.values(answers)) expect(kept).toBeGreaterThan(10)
})
