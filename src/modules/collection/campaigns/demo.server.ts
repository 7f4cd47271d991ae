import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { addDays, municipalDay, startOfDay } from '#platform/rights/day.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { publishCampaign } from './campaign.service.server.ts'
import { countClosedPolls } from './close-polls.job.server.ts'
import { answerCountryPoll, publishCountryPoll } from './country-poll.service.server.ts'
import { findCountryPolls } from './country-poll-store.server.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DAYS = 60
const both = (lv: string, en: string) => ({ lv, en })

const CHOICES = [
  { key: 'agree', name: both('Atbalstām', 'For') },
  { key: 'disagree', name: both('Neatbalstām', 'Against') },
  { key: 'no_view', name: both('Nav viedokļa', 'No view') },
]

/** Questions to municipalities that say that they are examples: one that can be answered, one that has closed. */
const OPEN = {
  title: both('Paraugs: vienots brīvlaiks', 'Example: holidays alike'),
  question: both(
    'Parauga jautājums, ko neviens nav uzdevis: vai rudens brīvdienām visās pašvaldībās jābūt vienā nedēļā?',
    'An example of a question that nobody has asked: should autumn holidays be in the same week everywhere?',
  ),
  choices: CHOICES,
}

const CLOSED = {
  title: both('Paraugs: kopīgi mācību materiāli', 'Example: materials shared'),
  question: both(
    'Parauga jautājums, ko neviens nav uzdevis: vai pašvaldībām vajag kopīgu mācību materiālu krātuvi?',
    'An example of a question that nobody has asked: do municipalities need a store of materials that they share?',
  ),
  choices: CHOICES,
}

/** Publishes how far the works of the demonstration are, counts its polls that have closed, and puts examples to municipalities. */
export async function inventCampaigns({ db, municipalityId, now }: Demo, campaign: string): Promise<void> {
  const today = municipalDay(now)
  const midnight = startOfDay(today)
  await publishCampaign(db, operator(municipalityId), { municipalityId, key: campaign }, midnight)
  const isThere = (await readAs(db, THE_PUBLIC, findCountryPolls)).length > 0
  if (!isThere) {
    await publishCountryPoll(db, operator(), { ...OPEN, closesAt: startOfDay(addDays(today, DAYS)) })
    const key = await publishCountryPoll(db, operator(), { ...CLOSED, closesAt: midnight })
    const answer = { choice: 'agree', words: null }
    const earlier = new Date(midnight.getTime() - DAY_MS)
    await answerCountryPoll(db, operator(municipalityId), { municipalityId, key }, answer, earlier)
  }
  await countClosedPolls(db, now)
}
