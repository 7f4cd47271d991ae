import type { Page } from 'playwright-core'

/** Presses Tab until the element with this name has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp, most = 150) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      const label = isField ? element.labels?.[0]?.textContent : undefined
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
    })
    if (name.test(focused.trim())) return
  }
  throw new Error(`nothing named ${name} was reached by keyboard`)
}
