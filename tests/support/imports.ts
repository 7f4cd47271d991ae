import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Imports of types alone are gone when the code runs. */
const TYPES_ALONE = /^(?:import|export)\s+type\s[\w\s$,{}*]*\bfrom\s*['"][^'"\n]+['"]/gm
/** Whatever stands where a file names another one. A name too many, as out of a comment, leads nowhere. */
const NAMES = [
  /\bfrom\s*['"]([^'"\n]+)['"]/g,
  /\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g,
  /\bnew URL\(\s*['"]([^'"\n]+)['"],\s*import\.meta\.url/g,
]
const CODE = /\.(?:[cm]?[jt]s|tsx)$/
const ENDINGS = ['', '.ts', '.tsx', '/index.ts']

/** Which files of the repository a file needs when it runs, by paths from the root. Libraries are left out. */
export class Imports {
  /** The repository's folder. */
  readonly root: string
  readonly #withTypes: boolean
  readonly #aliases: Alias[]
  readonly #known = new Map<string, string[]>()

  /** @param options `withTypes`: whether what is needed to compile counts as well */
  constructor({ root = process.cwd(), withTypes = false } = {}) {
    this.root = root
    this.#withTypes = withTypes
    this.#aliases = aliasesOf(root)
  }

  /** What a file itself names. */
  of(file: string): string[] {
    const known = this.#known.get(file)
    if (known) return known
    const names = CODE.test(file) ? this.#namesIn(readFileSync(join(this.root, file), 'utf8')) : []
    const found = [...new Set(names.flatMap((name) => this.#find(name, file) ?? []))]
    this.#known.set(file, found)
    return found
  }

  /** The files themselves and all that they need, directly or through others. */
  reachedFrom(files: readonly string[]): Set<string> {
    const reached = new Set<string>()
    const waiting = [...files]
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue
      reached.add(file)
      waiting.push(...this.of(file))
    }
    return reached
  }

  #namesIn(source: string): string[] {
    const read = this.#withTypes ? source : source.replaceAll(TYPES_ALONE, '')
    return NAMES.flatMap((pattern) => [...read.matchAll(pattern)].map(([, name]) => name ?? ''))
  }

  #find(name: string, from: string): string | undefined {
    const [path = name] = name.split('?')
    if (path.startsWith('.')) return this.#fileAt(resolve(this.root, dirname(from), path))
    const alias = this.#aliases.find(({ begin, end }) => path.startsWith(begin) && path.endsWith(end))
    if (!alias) return undefined
    const asterisk = path.slice(alias.begin.length, path.length - alias.end.length)
    return this.#fileAt(resolve(this.root, alias.target.replace('*', asterisk)))
  }

  #fileAt(path: string): string | undefined {
    const whole = ENDINGS.map((ending) => path + ending).find(
      (each) => existsSync(each) && statSync(each).isFile(),
    )
    return whole && relative(this.root, whole).replaceAll('\\', '/')
  }
}

/** A short name, as `package.json` and Node read it: what stands before and after the asterisk, and where it leads. */
type Alias = { begin: string; end: string; target: string }

/** The short names of `package.json` and those of the workspaces; one that says more goes before one that says less. */
function aliasesOf(root: string): Alias[] {
  const { imports = {} } = readJson(join(root, 'package.json')) as { imports?: Record<string, string> }
  const workspaces = globSync('packages/*/package.json', { cwd: root }).map((file) => {
    const { name, exports } = readJson(join(root, file)) as { name: string; exports: string }
    return [name, join(dirname(file), exports)] as const
  })
  return [...Object.entries(imports), ...workspaces]
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([name, target]) => {
      const [begin = '', end = ''] = name.split('*')
      return { begin, end, target }
    })
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
