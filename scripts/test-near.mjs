// npm run test:near -- [commit]: the quick gates, and the tests that the changes of this branch, or since a commit, touch.
import { spawnSync } from 'node:child_process'
import { giveUp, install, node, root } from './bootstrap.mjs'
import { runGates } from './gates.mjs'

install()
const gates = await runGates('near')
if (gates.some(({ name, passed }) => name === 'build' && !passed))
  giveUp('Without a build there is nothing to test.')
const { status } = spawnSync(node, ['tests/near/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
const seconds = (performance.now() / 1000).toFixed(1)
const isGood = status === 0 && gates.every(({ passed }) => passed)
process.stdout.write(
  `\n${isGood ? 'All near tests passed' : 'Something near failed, see above'} (${seconds} s)\n`,
)
process.exitCode = isGood ? 0 : 1
