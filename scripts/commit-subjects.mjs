// Checks the subjects of commits since a base: `node scripts/commit-subjects.mjs [base]`, in the folder's repository.
import { spawnSync } from 'node:child_process'

/** The history before this commit is what it is. */
const BASE = process.argv[2] ?? '121b48c'
const MOST = 60
const FORM = /^[a-z][a-z0-9-]*: \S/

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' })

// A downloaded folder has no history, and a shallow clone may not reach back to the base.
if (git('cat-file', '-e', `${BASE}^{commit}`).status !== 0) process.exit(0)

const commits = git('log', '--no-merges', '--format=%h %s', `${BASE}..HEAD`).stdout.trim().split('\n')
const refused = commits.filter(Boolean).flatMap((line) => {
  const [hash, subject] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]
  const length = [...subject].length
  const reasons = [
    ...(FORM.test(subject) ? [] : ['does not begin with “module: ”']),
    ...(length <= MOST ? [] : [`has ${length} characters, ${length - MOST} too many`]),
  ]
  return reasons.length > 0 ? [`${hash} “${subject}” ${reasons.join(' and ')}.`] : []
})
if (refused.length > 0) {
  process.stdout.write(`${refused.join('\n')}
A subject names the module and says what it does now, in at most ${MOST} characters: “indicators: a target may be a range”.
Mend the last commit by \`git commit --amend\`, earlier ones by \`git rebase -i ${refused.at(-1).split(' ')[0]}^\` and “reword”.
`)
  process.exit(1)
}
