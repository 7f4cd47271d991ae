import { readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import type { Imports } from '../support/imports.ts'

/** Where tests and what helps them stand: only they name files of the repository by words. */
const OF_TESTS = /^tests\/.*\.ts$|\.test\.tsx?$|testing[^/]*\.ts$/
const PATHS =
  /['"`](?:\.\.?\/)*((?:src|packages|data|docs|public|build|tests)\/[^'"`$\n]*|src|packages)['"`]/g

/**
 * Which of these tests a change may touch: those that import a changed file, directly or through others, and those
 * that read one while they run, as far as its path, its folder or a pattern of it stands in a test's code.
 *
 * @param changed paths from the root, as all others
 * @param needed files that a test needs without importing them, such as what fills its database
 */
export function affectedTests(
  imports: Imports,
  tests: readonly string[],
  changed: readonly string[],
  needed: (test: string) => string[] = () => [],
): string[] {
  const verdicts = new Map<string, boolean>()
  const isTouched = (file: string) => {
    const verdict = verdicts.get(file) ?? (changed.includes(file) || namesOneOf(changed, file, imports.root))
    verdicts.set(file, verdict)
    return verdict
  }
  return tests.filter((test) => [...imports.reachedFrom([test, ...needed(test)])].some(isTouched))
}

function namesOneOf(changed: readonly string[], file: string, root: string): boolean {
  if (!OF_TESTS.test(file)) return false
  const named = [...readFileSync(join(root, file), 'utf8').matchAll(PATHS)]
  return named.some(([, path = '']) => changed.some((change) => covers(path, change)))
}

function covers(path: string, file: string): boolean {
  // The build is made of all sources.
  if (path.startsWith('build/')) return /^(src|packages|public)\//.test(file)
  return path.includes('*') ? matchesGlob(file, path) : file === path || file.startsWith(`${path}/`)
}
