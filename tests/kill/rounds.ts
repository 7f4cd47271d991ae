import { v7 as uuidv7 } from 'uuid'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { fieldsIn } from '../support/forms.ts'
import type { Stand } from './drivers.ts'
import { fillIn, read, send } from './visit.ts'

export const ROUNDS = '/darbs/liepaja/statusa-kartas'
/** Actions that are reported on by one driver, and by another one that decides on them as well. */
export const REPORTED = ['1.2.1', '1.2.2', '1.2.3', '1.2.4'] as const
export const DECIDED = ['1.2.5', '1.2.6', '1.2.7', '1.2.8'] as const
/** All that somebody answers for. */
export const ASKED_ACTIONS = [...REPORTED, ...DECIDED]

/** What everything that a report says holds. */
export const sentenceOf = (once: string) => `Ziņojums ${once}`
const evidenceOf = (once: string) => `https://www.liepaja.lv/${once}`

/** A round that is open, and where its link leads. */
export type OpenRound = { key: string; link: string }

/** Has a round begun, opened, and a link made for whoever answers for actions. */
export async function newRound(stand: Stand): Promise<OpenRound | undefined> {
  const today = municipalDay()
  const title = uuidv7()
  const typed = {
    title_lv: `Kārta ${title}`,
    title_en: `Round ${title}`,
    as_of: '2026/2027',
    opens_on: today,
    due_on: addDays(today, 10),
    closes_on: addDays(today, 20),
    decided_by: 'editor',
  }
  const made = await fillIn(stand, `${ROUNDS}/jauna`, typed, stand.cookie)
  const key = /\/statusa-kartas\/([^?/]+)/.exec(made.location)?.[1]
  if (made.status !== 303 || key === undefined) return undefined
  await send(stand, `${ROUNDS}/${key}`, { act: 'open' }, stand.cookie)
  const handed = { act: 'link', account: stand.giver.accountId, _once: uuidv7() }
  const shown = await send(stand, `${ROUNDS}/${key}`, handed, stand.cookie)
  const mark = /zime=([\w.-]+)/.exec(await shown.page())?.[1]
  return mark === undefined ? undefined : { key, link: `/zinot/darbibas?zime=${mark}` }
}

/** What is typed about an action by a link, in the form as it is drawn. */
export async function writeReport(stand: Stand, { link }: OpenRound, action: string, once: string) {
  const drawn = fieldsIn(await read(stand, `${link}&darbiba=${action}`))
  return {
    ...drawn,
    act: 'report',
    action,
    status: 'inProgress',
    sentence: sentenceOf(once),
    evidence_url: evidenceOf(once),
    evidence_title: sentenceOf(once),
    milestone: sentenceOf(once),
    milestone_on: '2027-03-01',
    _once: once,
  }
}
