import { type PackageName, sampledFiles, sourceFiles } from './sample.ts'

/** What this report needs to know of a mutant that Stryker tried. */
export type Mutant = { fileName: string; status: string }

/** Mutants of one file by what became of them. */
export type Tally = { killed: number; timedOut: number; survived: number; uncovered: number; static: number }

const COLUMNS: Readonly<Record<string, keyof Tally>> = {
  Killed: 'killed',
  Timeout: 'timedOut',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  Ignored: 'static',
}

/** Counts mutants; those that could not be compiled count nowhere. */
export function tally(mutants: readonly Mutant[]): Tally {
  const counts = { killed: 0, timedOut: 0, survived: 0, uncovered: 0, static: 0 }
  for (const { status } of mutants) {
    const column = COLUMNS[status]
    if (column) counts[column]++
  }
  return counts
}

/** Share of mutants that a test noticed, as a percentage; static ones are left out. */
export function scoreOf({ killed, timedOut, survived, uncovered }: Tally): number {
  return (100 * (killed + timedOut)) / (killed + timedOut + survived + uncovered)
}

/** The report of one package, in Markdown. */
export function renderReport(name: PackageName, mutants: readonly Mutant[]): string {
  const byFile = Map.groupBy(mutants, ({ fileName }) => fileName)
  const sampled = sampledFiles(name)
  const rows = sampled
    .map((file) => [file.replace(`packages/${name}/src/`, ''), tally(byFile.get(file) ?? [])] as const)
    .filter(([, counts]) => Object.values(counts).some((count) => count > 0))
  return `# Mutation test of @izaugsme/${name}

Each mutant is the code with one small fault; a test must fail on it. ${rows.length} of ${sourceFiles(name).length} files, drawn by \`tests/mutation/sample.ts\`
and not by hand. Static mutants, which act when a file is loaded and not when it is used, are left out.
\`npm run mutation -- ${name}\` (Stryker) writes this report, and \`var/mutation/${name}.html\` with every mutant.

| file | score, % | killed | timed out | survived | not covered | static |
| ---- | -------: | -----: | --------: | -------: | ----------: | -----: |
${rows.map(([file, counts]) => row(file, counts)).join('\n')}
${row('**all**', tally(mutants))}
`
}

function row(what: string, counts: Tally): string {
  const score = scoreOf(counts)
  const cells = [Number.isNaN(score) ? '–' : score.toFixed(1), ...Object.values(counts)]
  return `| ${what} | ${cells.join(' | ')} |`
}
