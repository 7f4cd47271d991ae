import type { Locator, Page } from 'playwright-core'
import { PHONE } from '../pages/visit.ts'
import type { Visitor } from './site.ts'

/** What it took to find something. */
export type Effort = {
  /** Links, buttons and folds that were pressed. */
  clicks: number
  searches: number
  /** How far one scrolled in all, down and up, in screens of a phone. */
  screens: number
}

/** Somebody with a task and a phone on which no script runs, who counts what it takes to find the answer. */
export class Seeker {
  readonly effort: Effort = { clicks: 0, searches: 0, screens: 0 }
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async at(visitor: Visitor, path: string): Promise<Seeker> {
    return new Seeker(await visitor.open(path, { viewport: PHONE, javaScriptEnabled: false }))
  }

  /** Scrolls to a link that is called so, and follows it until the page is there. */
  async follow(name: RegExp | string, within = 'body'): Promise<void> {
    const there = this.page.waitForEvent('framenavigated')
    await this.press(this.page.locator(within).getByRole('link', { name }).first())
    await there
    await this.page.waitForLoadState()
  }

  /** Opens a part of the page that is folded away. */
  async unfold(name: RegExp): Promise<void> {
    await this.press(this.page.locator('summary').filter({ hasText: name }).first())
  }

  async press(what: Locator): Promise<void> {
    await this.scrollTo(what)
    this.effort.clicks += 1
    await what.click()
  }

  /** Looks for words over the whole site, by the field that every page has. */
  async search(words: string): Promise<void> {
    const field = this.page
      .locator('[role=search] input[name=q], form[action$="/meklet"] input[name=q]')
      .first()
    await this.scrollTo(field)
    this.effort.searches += 1
    await field.fill(words)
    await field.press('Enter')
    await this.page.waitForURL(/\/meklet\?/)
  }

  /** Reads on the page, as far down as words stand that answer the task. @throws when they do not stand there */
  async reads(words: RegExp, within = 'main'): Promise<void> {
    await this.scrollTo(this.page.locator(within).getByText(words).locator('visible=true').first())
  }

  async scrollTo(what: Locator): Promise<void> {
    await what.waitFor({ state: 'visible', timeout: 10_000 })
    const box = await what.boundingBox()
    if (!box) throw new Error('What is visible stands nowhere on the page.')
    const below = box.y + Math.min(box.height, PHONE.height) - PHONE.height
    this.effort.screens += Math.max(0, below, -box.y) / PHONE.height
    await what.scrollIntoViewIfNeeded()
  }
}
