import type { Cruised } from '../support/cruise.ts'

/** The house as the code's own imports draw it: which room uses which. */
export function drawArchitecture({ modules }: Cruised): string {
  const uses = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const from = roomOf(source)
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved)
      if (from && to && from !== to) uses.set(from, (uses.get(from) ?? new Set()).add(to))
    }
  }
  const arrows = [...uses]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, targets]) => [...targets].toSorted().map((to) => `  ${from} --> ${to}`))
  return [INTRODUCTION, ['```mermaid', 'graph TD', ...arrows, '```'].join('\n'), JOURNEY, ''].join('\n\n')
}

/** The room that a file stands in; undefined for tests, the root files and libraries. */
function roomOf(path: string): string | undefined {
  if (/\.test\.tsx?$|testing[^/]*\.ts$/.test(path)) return undefined
  const [, module, floor, workspace] =
    /^src\/(?:modules\/([^/]+)|(platform|app))\/|^packages\/([^/]+)\//.exec(path) ?? []
  return module ?? floor ?? workspace
}

const INTRODUCTION = `# Architecture

Drawn from the imports in the code by \`npm run document\`; a test fails when it is out of date. The fences in \`.dependency-cruiser.cjs\` say which arrows may exist.`

const JOURNEY = `## How a figure travels

A cell of a CSV file is read and checked (\`platform/import\`), stored by the module that owns it (what it \`loads\`, in its \`module.server.ts\`) in one transaction under a change of the journal, and becomes an **observation** with a revision, the file and the line it came from. A page's loader asks the module's store for it as the reader's database role, pure functions judge it (\`judge\`, the rules of findings), and parts draw it on the server. The reply is kept by address and by the version of the municipality's data; the next writing transaction raises that version, so a reader never sees an old figure.

## How a request travels

\`platform/http/listen\` hands it to the door (\`door.server\`), which reads the address and chooses the face by it alone (\`face\`). The **public** face looks into the cache under what the address knows (\`address\`), else takes a place in the queue and asks React Router's handler (\`app/site\`) → the municipality's middleware (\`app/municipality-layout\`) → the page's loader → \`readInRequest\`: a read-only transaction as \`izaugsme_public\` → store → assembled shapes → page → HTML without scripts, the same for everybody. The **personal** face asks the same handler with cookies and posts: page's action → \`readForm\` → service → store, then a redirect, or the form again with what was typed. \`docs/decisions/007-two-faces.md\` says why.

A refusal is a plain \`Refused\` wherever it happens; \`app/on-server\` makes HTTP of it, \`platform/api/answer\` problem details, \`app/failure\` a line for the command line.`
