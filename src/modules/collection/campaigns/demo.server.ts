import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { publishCampaign } from './campaign.service.server.ts'
import { countClosedPolls } from './close-polls.job.server.ts'
import { publishCountryPoll } from './country-poll.service.server.ts'
import { findCountryPolls } from './country-poll-store.server.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DAYS = 60
const both = (lv: string, en: string) => ({ lv, en })

/** A question to municipalities that says that it is an example. */
const POLL = {
  title: both('Paraugs: vienots brīvlaiks', 'Example: holidays alike'),
  question: both(
    'Parauga jautājums, ko neviens nav uzdevis: vai rudens brīvdienām visās pašvaldībās jābūt vienā nedēļā?',
    'An example of a question that nobody has asked: should autumn holidays be in the same week everywhere?',
  ),
  choices: [
    { key: 'agree', name: both('Atbalstām', 'For') },
    { key: 'disagree', name: both('Neatbalstām', 'Against') },
    { key: 'no_view', name: both('Nav viedokļa', 'No view') },
  ],
}

/** Publishes how far the works of the demonstration are, counts its polls that have closed, and puts one to municipalities. */
export async function inventCampaigns({ db, municipalityId, now }: Demo, campaign: string): Promise<void> {
  await publishCampaign(db, operator(municipalityId), { municipalityId, key: campaign }, now)
  await countClosedPolls(db, now)
  const isThere = (await readAs(db, THE_PUBLIC, findCountryPolls)).length > 0
  const closesAt = new Date(now.getTime() + DAYS * DAY_MS)
  if (!isThere) await publishCountryPoll(db, operator(), { ...POLL, closesAt })
}
