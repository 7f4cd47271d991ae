import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect } from 'vitest'

const script = resolve('scripts/commit-subjects.mjs')
/** A hook of our own repository names it by such variables; the tests' commits must not go there. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', '-c', 'commit.gpgsign=false']

/** A repository of its own: its first commit is the base, whatever it is called. */
const test = base.extend(
  'repository',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-commits-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    const run = (command: string, ...args: string[]) =>
      spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
    const commit = (subject: string) => run('git', ...author, 'commit', '--allow-empty', '-qm', subject)
    run('git', 'init', '-q')
    commit('Whatever the beginning of a long history was called, nobody is asked to mend it any more')
    const first = run('git', 'rev-parse', 'HEAD').stdout.trim()
    return { commit, check: (since = first) => run(process.execPath, script, since) }
  },
)

test('subjects that name a module in at most 60 characters pass', ({ repository: { commit, check } }) => {
  commit('indicators: a target may be a range')
  commit(`open-data: ${'ā'.repeat(49)}`)
  expect(check()).toMatchObject({ status: 0, stdout: '' })
})

test('others are refused, each with its reason and how to mend it', ({ repository: { commit, check } }) => {
  commit('Fixed a bug')
  commit('indicators: a target may be a range')
  commit(`strategy: ${'x'.repeat(60)}`)
  const { status, stdout } = check()
  expect(status).toBe(1)
  expect(stdout.split('\n').filter((line) => /^[0-9a-f]+ “/.test(line))).toEqual([
    expect.stringMatching(/“strategy: x+” has 70 characters, 10 too many\.$/),
    expect.stringMatching(/“Fixed a bug” does not begin with “module: ”\.$/),
  ])
  expect(stdout).toContain('git rebase -i')
})

test('a folder that does not reach back to the base has nothing to check', ({
  repository: { commit, check },
}) => {
  commit('Fixed a bug')
  expect(check('0123456789')).toMatchObject({ status: 0 })
})
