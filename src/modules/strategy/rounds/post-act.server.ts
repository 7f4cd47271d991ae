import type { RouterContextProvider } from 'react-router'
import { z } from 'zod'
import { feedOrigin } from '#modules/work'
import { databaseContext, personalVisit, readInRequest } from '#platform/context.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, type User } from '#platform/users.ts'
import { makeLink, revokeLinks } from './links.service.server.ts'
import { readPeople } from './people.server.ts'
import { remindOfRound } from './remind.server.ts'
import { takesReports } from './round.ts'
import { findAsked, findRound } from './rounds-store.server.ts'
import { closeRound, openRound, type Ran, withdrawRound } from './run-round.service.server.ts'
import type { Town } from './tasks.server.ts'
import { isTheirs } from './who-is-asked.ts'

const ActForm = z.object({
  act: z.enum(['open', 'close', 'withdraw', 'remind', 'link', 'renew', 'revoke']),
  account: z.string().max(100).optional(),
  why: typedText({ minimum: 0, maximum: 500 }).optional(),
})

/** A link that is shown once, to be handed over, and to whom. */
export type Handed = { handed: { address: string; name: string } }

/**
 * Does with a round what a button says.
 *
 * @returns the form as it comes back, a link to be shown, or how many were reminded where any were to be
 * @throws Refused (403) without the right; (404) where there is no such round
 */
export async function actAsPosted(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  user: User,
  town: Town,
  key: string,
): Promise<FormAnswer | Handed | { told: number | null }> {
  const { municipalityId } = town
  demand(user, 'strategy.round.edit', { municipalityId })
  const form = await readForm(request, ActForm)
  if (!form.ok) return form.answer()
  const { act, account, why = '' } = form.value
  const db = context.get(databaseContext)
  const now = new Date()
  const { round, asked } = await readInRequest(context, async (tx) => {
    const found = (await findRound(tx, municipalityId, key)) ?? refuse(404, 'strategy.round.notFound')
    return { round: found, asked: await findAsked(tx, municipalityId, found.id) }
  })
  const settle = (ran: Ran) =>
    ran.kind === 'done' ? { told: null } : form.answer({ '': [{ reason: ran.why }] })
  if (act === 'open') return settle(await openRound(db, user, town, key, now))
  if (act === 'close') return settle(await closeRound(db, user, town, key, now))
  if (act === 'withdraw') {
    if (why === '') return form.answer({ why: [{ reason: 'platform.form.missing' }] })
    return settle(await withdrawRound(db, user, town, { key, why }, now))
  }
  if (act !== 'revoke' && !takesReports(round, municipalDay(now)))
    return form.answer({ '': [{ reason: 'strategy.round.link.ended' }] })
  if (act === 'remind' && !account)
    return { told: await remindOfRound(db, user, town, round, { now, stage: 'now' }) }
  if (!account || !asked.some((one) => isTheirs(one, account)))
    return form.answer({ '': [{ reason: 'strategy.round.person.unknown' }] })
  if (act === 'remind')
    return { told: await remindOfRound(db, user, town, round, { now, stage: 'now' }, account) }
  const link = { municipalityId, round, accountId: account }
  if (act === 'link') {
    const address = await makeLink(db, user, link, user.id)
    const name = (await readPeople(db, municipalityId)).holders.get(account)?.name ?? account
    return { handed: { address: `${feedOrigin(personalVisit(context).own)}${address}`, name } }
  }
  await revokeLinks(db, user, link)
  if (act === 'revoke') return { told: null }
  const once = form.once
  return { told: await remindOfRound(db, user, town, round, { now, stage: 'now', once }, account) }
}
