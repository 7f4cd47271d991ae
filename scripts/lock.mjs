// npm run lock: brings package-lock.json up to what package.json asks for. npm leaves out the hashes of packages
// for other platforms, which it does not fetch here; they are asked of the registry one by one.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, npm, root } from './bootstrap.mjs'

if (npm(['install', '--package-lock-only', '--ignore-scripts'], 'inherit').status !== 0) {
  giveUp('npm could not bring the lockfile up to date: its reason stands above.')
}
const file = join(root, 'package-lock.json')
const lockfile = JSON.parse(readFileSync(file, 'utf8'))
for (const [path, entry] of Object.entries(lockfile.packages)) {
  if (!path.startsWith('node_modules/') || entry.link || entry.integrity) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const { stdout } = spawnSync('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const integrity = stdout.trim()
  if (!integrity.startsWith('sha512-')) giveUp(`The registry gives no hash of ${name}@${entry.version}.`)
  // Where npm itself writes it, so that its next run changes nothing.
  const { version, ...rest } = entry
  lockfile.packages[path] = { version, integrity, ...rest }
}
writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`)
