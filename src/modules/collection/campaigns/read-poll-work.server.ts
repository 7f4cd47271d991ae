import type { RouterContextProvider } from 'react-router'
import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { may, type User } from '#platform/users.ts'
import { findChoices, findInstitutionPoll } from './institution-poll-store.server.ts'
import { isOpenAt } from './poll.ts'
import { findResults } from './poll-result-store.server.ts'
import { readAskedOn } from './read-asked.server.ts'

/**
 * A poll of institutions as the reader may see it. Before it has closed the department is told how many have answered
 * and an institution what it has answered itself; who chose what is told once it has closed, and to the department only.
 */
export async function readPollWork(
  context: Readonly<RouterContextProvider>,
  user: User,
  { municipalityId, key }: { municipalityId: string; key: string },
  now: Date,
) {
  const maySeeAll = may(user, 'collection.read', { municipalityId })
  const mayEdit = may(user, 'collection.call.edit', { municipalityId })
  return readInRequest(context, async (tx) => {
    const poll =
      (await findInstitutionPoll(tx, municipalityId, key)) ?? refuse(404, 'collection.polls.noSuch')
    const isOpen = isOpenAt(poll.closesAt, now)
    const result = (await findResults(tx, municipalityId, [poll])).get(poll.id) ?? null
    const choices = (await findChoices(tx, poll)).filter(({ institutionId }) =>
      may(user, 'collection.answer', { municipalityId, institutionId }),
    )
    const ids = choices.map(({ institutionId }) => institutionId)
    const institutions = ids.length > 0 ? await findInstitutions(tx, municipalityId, { ids }) : []
    const nameOf = (id: string) => {
      const institution = institutions.find((one) => one.id === id)
      return institution ? institutionNear(institution, municipalDay(now)).name : { lv: '', en: '' }
    }
    const asked =
      maySeeAll && poll.state !== 'draft' ? await readAskedOn(tx, poll, isOpen ? now : poll.closesAt) : []
    const answered = asked.filter(({ choice }) => choice !== null).length
    return {
      poll,
      result,
      isOpen,
      mine: choices.map(({ institutionId, choice }) => ({
        institutionId,
        choice,
        name: nameOf(institutionId),
      })),
      progress:
        maySeeAll && isOpen && poll.state === 'open' ? { count: answered, asked: asked.length } : null,
      named:
        maySeeAll && result
          ? asked.map((one) => ({ key: one.key, name: one.institution.name, choice: one.choice }))
          : null,
      mayEdit,
      mayChange: mayEdit && (poll.state === 'draft' || (isOpen && answered === 0)),
    }
  })
}
