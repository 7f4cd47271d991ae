import { globSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TOUCHED } from './touched-files.ts'

const TEMPLATES = 'tests/growth/module'
/** Files of the planted module in the data that ship: database tests need rows. */
const DATA_TEMPLATES = 'tests/growth/data'
/** Where those data go. */
const DATA = 'data/liepaja-2020-2025'
/** Rules of the planted module: a name, and from which ratio on it has something to say. */
const RULES = { leap: 2, jump: 3, burst: 5, surge: 8, spring: 13, flood: 21 }

/**
 * Plants a module into a copy of the repository and declares it wherever modules are declared. It has, in the usual
 * proportion, six pages, two tables with the files that fill them, a list of the API, a family of six rules, texts
 * and tests.
 *
 * @param number from 1 to 26, tells it from others that are planted beside it
 * @returns files outside its folder that had to be touched, besides its rows in the data
 * @throws Error when a file does not say any more what the declaration goes after
 */
export async function plantModule(folder: string, number: number): Promise<string[]> {
  const letter = String.fromCharCode(96 + number)
  const names = {
    NAME: `toy${letter}`,
    TYPE: `Toy${letter}`,
    ADDRESS: `rotallieta-${number}`,
    NUMBER: String(number),
    MINUTE: `2027-01-01-${String(1000 + number)}`,
  }
  await plantFiles(TEMPLATES, join(folder, 'src', 'modules', names.NAME), names)
  await plantFiles(DATA_TEMPLATES, join(folder, DATA), names)
  for (const { file, after, text } of TOUCHED) await touch(join(folder, file), after, fill(text, names))
  return [...new Set(TOUCHED.map(({ file }) => file))]
}

async function plantFiles(templates: string, home: string, names: Record<string, string>) {
  for (const file of globSync('**/*.txt', { cwd: templates })) {
    const template = await readFile(join(templates, file), 'utf8')
    for (const [path, content] of instances(file.replace(/\.txt$/, ''), template)) {
      const target = join(home, fill(path, names))
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, fill(content, names))
    }
  }
}

/** A template of a rule stands for all rules; any other for itself. */
function instances(path: string, template: string): [string, string][] {
  const rules = Object.entries(RULES)
  if (path.includes('RULE')) {
    return rules.map(([rule, factor]) => {
      const words = { RULEFACTOR: String(factor), RULE: rule }
      return [fill(path, words), fill(template, words)]
    })
  }
  const imports = rules.map(([rule]) => `import { ${rule} } from './NAME-${rule}.ts'`).join('\n')
  const words = { RULEIMPORTS: imports, RULENAMES: Object.keys(RULES).join(', ') }
  return [[path, fill(template, words)]]
}

function fill(text: string, words: Record<string, string>): string {
  return Object.entries(words).reduce((filled, [word, value]) => filled.replaceAll(word, value), text)
}

async function touch(path: string, after: string, text: string) {
  const content = await readFile(path, 'utf8')
  if (!content.includes(after))
    throw new Error(`${path} does not say “${after.trim()}” any more: change tests/growth/touched-files.ts`)
  await writeFile(path, content.replace(after, after + text))
}
