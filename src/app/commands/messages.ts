import { findMunicipality } from '#modules/registry.server'
import type { Report } from '#modules/work'
import { eraseOverdueContacts, listReports, markClosed } from '#modules/work.server'
import { forgetPastPosts } from '#platform/daily-posts.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { dateFormat } from '#platform/texts/formats.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import type { Command, Speaking } from './command.ts'

/** Stands for pages of the whole country, as in the journal. */
const THE_COUNTRY = 'latvija'

async function municipalityIdOf(db: Database, slug: string) {
  if (slug === THE_COUNTRY) return COUNTRY
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  return municipality?.id ?? refuse(404, 'work.messages.nowhere')
}

/** What visitors have told a municipality, the newest first. */
export const messages: Command = {
  summary: 'app.cli.messages',
  help: 'app.cli.messages.help',
  operands: ['app.cli.municipality'],
  run: ([slug = ''], desk) =>
    desk.withDatabase(async ({ db }) => {
      const municipalityId = await municipalityIdOf(db, slug)
      const reports = await listReports(db, operator(municipalityId), municipalityId)
      desk.tell(desk.text('app.cli.messages.count', { count: reports.length }))
      for (const report of reports) desk.tell(`\n${describeReport(report, desk)}`)
      return 0
    }),
}

/** Marks what somebody has dealt with. */
export const closeMessage: Command = {
  summary: 'app.cli.messages.close',
  help: 'app.cli.messages.close.help',
  operands: ['app.cli.municipality', 'app.cli.messages.id'],
  run: ([slug = '', id = ''], { text, tell, withDatabase }) =>
    withDatabase(async ({ db }) => {
      const municipalityId = await municipalityIdOf(db, slug)
      await markClosed(db, operator(municipalityId), municipalityId, id)
      tell(text('app.cli.messages.closed'))
      return 0
    }),
}

/** Erases what may be kept no longer, as the server does each day. */
export const erase: Command = {
  summary: 'app.cli.erase',
  help: 'app.cli.erase.help',
  operands: [],
  run: (_, { text, tell, withDatabase }) =>
    withDatabase(async ({ db }) => {
      await forgetPastPosts(db, new Date())
      tell(text('app.cli.erase.done', { count: await eraseOverdueContacts(db) }))
      return 0
    }),
}

function describeReport(report: Report, { language, text }: Speaking): string {
  const locale = language === 'en' ? 'en-GB' : 'lv'
  const sent = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Riga' })
  const { id, sentAt, state, kind, place, content, contact } = report
  return [
    `${sent.format(sentAt)} · ${text(`work.messages.${state}`)} · ${text(`work.report.kind.${kind}`)} · ${id}`,
    place ? `${place.title} (${place.address})` : '',
    content,
    contact ? text('app.cli.messages.contact', { contact }) : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}
