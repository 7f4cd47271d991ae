import { validate as isUuid } from 'uuid'
import { findPersonInstitution } from '#modules/people.server'
import { findMunicipality } from '#modules/registry.server'
import { findAccountByEmail } from '#platform/accounts/accounts-store.server.ts'
import { eraseAccount, planAccountErasure } from '#platform/accounts/erase-account.service.server.ts'
import { beginAsAccounts, readAs } from '#platform/database/scope.server.ts'
import { createPost } from '#platform/mail/create-post.server.ts'
import { type EntryPlan, erasePerson, planErasure } from '#platform/personal-data/erase.service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { everyCapability } from '#platform/rights/capabilities.ts'
import { operatorOf } from '#platform/rights/place-of.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { createAccountDesk } from '../accounts/create-desk.server.ts'
import { personalData } from '../personal-data.server.ts'
import type { Command, Place, Speaking } from './command.ts'

type Desk = Place & Speaking

/** Says entry by entry what goes and what stays, why and until when. */
function tellPlans({ text, tell }: Desk, plans: readonly EntryPlan[], isDone: boolean) {
  if (plans.length === 0) tell(text('app.cli.erasure.nothing'))
  for (const { title, count, withheld } of plans) {
    if (count > 0)
      tell(text(isDone ? 'app.cli.erasure.erased' : 'app.cli.erasure.erases', { what: text(title), count }))
    for (const one of withheld) {
      const said = { what: text(title), count: one.count, why: text(one.reason) }
      tell(
        text(one.until === null ? 'app.cli.erasure.keeps' : 'app.cli.erasure.keepsUntil', {
          ...said,
          until: one.until ?? '',
        }),
      )
    }
  }
  if (!isDone && plans.some(({ count }) => count > 0)) tell(text('app.cli.erasure.confirm'))
}

/** The operator, with the rights that an institution has over its own records: nothing wider opens them. */
const operatorIn = (municipalityId: string, institutionId: string | null): User => ({
  ...operator(municipalityId),
  grants: [
    ...operator(municipalityId).grants,
    ...(institutionId === null
      ? []
      : [
          {
            capabilities: everyCapability(),
            scope: { kind: 'institution' as const, municipalityId, id: institutionId },
          },
        ]),
  ],
})

export const erasePersonCommand: Command = {
  summary: 'app.cli.person.erase',
  help: 'app.cli.person.erase.help',
  operands: ['app.cli.municipality', 'app.cli.person'],
  options: ['confirm', 'why'],
  run: ([slug = '', personId = ''], desk, { confirm = false, why }) =>
    desk.withDatabase(async ({ db }) => {
      const { text, complain } = desk
      const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
      if (!municipality) refuse(404, 'work.messages.nowhere')
      const municipalityId = municipality.id
      const found = isUuid(personId)
        ? await readAs(db, operator(municipalityId), (tx) =>
            findPersonInstitution(tx, municipalityId, personId),
          )
        : undefined
      if (!found) {
        complain(text('app.cli.person.unknown'))
        return 1
      }
      const person = { kind: 'person', municipalityId, personId } as const
      const asked = { person, reason: why ?? text('app.cli.person.erase.why') }
      const user = operatorIn(municipalityId, found.institutionId)
      const plans = await (confirm ? erasePerson : planErasure)(db, user, personalData, asked)
      tellPlans(desk, plans, confirm)
      return 0
    }),
}

export const eraseUser: Command = {
  summary: 'app.cli.user.erase',
  help: 'app.cli.user.erase.help',
  operands: ['app.accounts.cli.email'],
  options: ['confirm'],
  run: ([email = ''], desk, { confirm = false }) =>
    desk.withDatabase(async ({ db }) => {
      const { text, complain, settings } = desk
      const accounts = await createAccountDesk(db, settings, createPost(settings))
      const account = await beginAsAccounts(db, (tx) => findAccountByEmail(tx, email))
      if (!account) {
        complain(text('app.accounts.cli.unknown', { email }))
        return 1
      }
      const plans = confirm
        ? await eraseAccount(accounts, personalData, { accountId: account.id, userOf: operatorOf })
        : await planAccountErasure(accounts, personalData, account.id)
      tellPlans(desk, plans, confirm)
      return 0
    }),
}
