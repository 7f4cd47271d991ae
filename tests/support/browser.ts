import chromiumFiles from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** A browser that needs nothing but npm. The package's own flags would put all pages into one process, which crashes. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumFiles.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
}
