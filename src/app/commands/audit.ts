import { findMunicipalitySlugs } from '#modules/registry.server'
import { findBrokenAuditLink } from '#platform/audit.server.ts'
import { COUNTRY } from '#platform/data-version.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { type Command, withDatabase } from './command.ts'

/** Walks the chain of every municipality and of the country, and says where one is broken. */
export const audit: Command = {
  summary: 'app.cli.audit',
  help: 'app.cli.audit.help',
  operands: [],
  run: (_, { text }) =>
    withDatabase(async ({ db }) => {
      const slugs = await readAs(db, THE_PUBLIC, findMunicipalitySlugs)
      const chains = [['latvija', COUNTRY] as const, ...slugs]
      const reader = operator(...chains.map(([, id]) => id))
      let isWhole = true
      for (const [name, id] of chains) {
        const { checked, brokenAt } = await readAs(db, reader, (tx) => findBrokenAuditLink(tx, id))
        if (brokenAt !== undefined) {
          isWhole = false
          console.error(text('app.cli.audit.broken', { name, sequence: String(brokenAt) }))
        } else if (checked > 0) console.log(text('app.cli.audit.whole', { name, count: checked }))
      }
      return isWhole ? 0 : 1
    }),
}
