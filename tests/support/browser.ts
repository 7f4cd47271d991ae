import chromiumFiles from '@sparticuz/chromium'
import { type Browser, type BrowserServer, chromium } from 'playwright-core'

/** Starts a browser that needs nothing but npm, for all who connect to it by the address it is given. */
export async function startBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: await chromiumFiles.executablePath(),
    // The package's own flags would put all pages into one process, which crashes.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
}

/** Connects to a browser that was started; closing the connection closes what was opened by it. */
export async function connectTo(address: string): Promise<Browser> {
  return chromium.connect(address)
}
