import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { platformReach } from '#platform/rights/platform-reach.server.ts'
import { modules } from './modules.server.ts'

/** Who reaches each table of the product. */
export const everyReach: Readonly<Record<string, TableDeclaration>> = Object.assign(
  {},
  platformReach,
  ...modules.map(({ reach }) => reach),
)
