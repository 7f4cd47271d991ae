import type { TableDeclaration } from './declaration.ts'

const declarations = new Map<string, TableDeclaration>()

/** Says who reaches each of a module's tables. Called once where a module is loaded. */
export function declareReach(reach: Readonly<Record<string, TableDeclaration>>) {
  for (const [table, declaration] of Object.entries(reach)) declarations.set(table, declaration)
}

/** What the loaded modules have declared of a table. */
export const declarationOf = (table: string): TableDeclaration | undefined => declarations.get(table)

/** The declarations of every loaded module, by table. */
export const everyDeclaration = (): Readonly<Record<string, TableDeclaration>> =>
  Object.fromEntries(declarations)
