import { spawnSync } from 'node:child_process'

/**
 * Files that differ from a commit, changes not committed yet and new files included.
 *
 * @param since by default the commit at which this branch left the main one, on the main branch its last commit
 */
export function changedFiles(since = leftMainAt()): string[] {
  return [
    ...git('diff', '--name-only', '--no-renames', since),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]
}

function leftMainAt(): string {
  return ['origin/main', 'main'].map((main) => git('merge-base', 'HEAD', main)[0]).find(Boolean) ?? 'HEAD'
}

/** Lines of git's answer, none when it refuses. */
function git(...args: string[]): string[] {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter(Boolean) : []
}
