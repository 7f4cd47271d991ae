import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Imports } from '../support/imports.ts'
import { keyOf } from '../support/kept.ts'

const FILE = 'var/tests/passed.json'

/**
 * Tests of packages that have passed, by a hash of all that they are made of. Packages are pure, so nothing else
 * can make the same test fail the next time. It is believed on a developer's machine only, by `npm run test:near`.
 */
export class Passed {
  readonly #imports: Imports
  readonly #known: Record<string, string>

  constructor(imports: Imports) {
    this.#imports = imports
    this.#known = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
  }

  has(test: string): boolean {
    return isOfPackage(test) && this.#known[test] === this.#keyOf(test)
  }

  add(tests: readonly string[]): void {
    for (const test of tests.filter(isOfPackage)) this.#known[test] = this.#keyOf(test)
    mkdirSync(dirname(FILE), { recursive: true })
    writeFileSync(FILE, JSON.stringify(this.#known))
  }

  #keyOf(test: string): string {
    return keyOf([...this.#imports.reachedFrom([test]), 'package-lock.json'])
  }
}

const isOfPackage = (test: string) => test.startsWith('packages/')
