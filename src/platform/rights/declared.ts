import type { TableDeclaration } from './declaration.ts'

/** A declaration, and the module that made it. */
export type DeclaredTable = TableDeclaration & { module: string }
export type Declared = Readonly<Record<string, DeclaredTable>>

const declarations = new Map<string, DeclaredTable>()

/** Says who reaches each of a module's tables. Called once where a module is loaded. */
export function declareReach(module: string, reach: Readonly<Record<string, TableDeclaration>>) {
  for (const [table, declaration] of Object.entries(reach)) {
    declarations.set(table, { ...declaration, module })
  }
}

/** What the loaded modules have declared of a table. */
export const declarationOf = (table: string): TableDeclaration | undefined => declarations.get(table)

/** The declarations of every loaded module, by table. */
export const everyDeclaration = (): Declared => Object.fromEntries(declarations)
