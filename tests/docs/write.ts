// Writes the parts of docs/ that are drawn from the code: npm run document
import { writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '#platform/database/migrate.server.ts'
import { overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import { cruise } from '../support/cruise.ts'
import { drawArchitecture } from './architecture.ts'
import { describeTables } from './data-dictionary.ts'
import { describeRights } from './rights.ts'

const database = overPGlite(await PGlite.create(pgliteOptions))
await migrate(database)
await writeFile('docs/data-dictionary.md', await database.asOwner(describeTables))
await database.close()
await writeFile('docs/architecture.md', drawArchitecture(cruise()))
await writeFile('docs/rights.md', describeRights())
