import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tool = `${root}node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`
/** The fences: which file may import which. */
export const FENCES = `${root}.dependency-cruiser.cjs`

export type Cruised = {
  modules: { source: string; dependencies: { resolved: string }[] }[]
  summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }
}

/** Which source imports which in a folder like ours, and what the fences, ours or its own, say about it. */
export function cruise(folder = root, fences = FENCES): Cruised {
  const options = ['--config', fences, '--output-type', 'json']
  const run = spawnSync(process.execPath, [tool, ...options, 'src', 'packages'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (!run.stdout.startsWith('{'))
    throw new Error(`dependency-cruiser gave no report:\n${run.stdout}${run.stderr}`)
  return JSON.parse(run.stdout) as Cruised
}
