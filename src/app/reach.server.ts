import { everyDeclaration } from '#platform/rights/declared.ts'
import '#platform/rights/platform-reach.server.ts'
import './modules.server.ts'

/** Who reaches each table of the product. */
export const everyReach = everyDeclaration()
