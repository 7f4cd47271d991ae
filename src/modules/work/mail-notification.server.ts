import { z } from 'zod'
import {
  type AccountHolder,
  findAccountAddress,
  findAccountHolder,
} from '#platform/accounts/holders-store.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { addressIn } from '#platform/language.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { UnsendableLetter } from '#platform/mail/letter.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Settings } from '#platform/settings.server.ts'
import { dateFormat } from '#platform/texts/formats.ts'
import { createText, LOCALES } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { NOTIFICATION_KINDS, type NotificationKind, OPTIONAL_KINDS } from './notification.ts'
import { findToMail, setMailed, type ToMail } from './notification-store.server.ts'
import { signOutOf } from './sign-out.service.server.ts'
import { letterOfTask, type MoreInLetter } from './task-letters.ts'
import { workTexts } from './texts/index.ts'

const ALWAYS = (Object.keys(NOTIFICATION_KINDS) as NotificationKind[]).filter(
  (kind) => !OPTIONAL_KINDS.includes(kind),
)

/** Sends by mail what somebody was told, unless it is of no use any more when its turn comes. */
export const mailNotification = defineJob({
  name: 'work.mailNotification',
  schema: z.object({ municipalityId: z.uuid(), id: z.uuid() }),
  retry: { limit: 8, delaySeconds: 30, longestDelaySeconds: 3600 },
  longestSeconds: 120,
  run: async (db, { municipalityId, id }, { post, settings }) => {
    // Tasks are seen from their municipality, what an account wants from nowhere but the whole country.
    const keeper = {
      ...operator(),
      grants: [operator(), operator(municipalityId)].flatMap(({ grants }) => grants),
    }
    const within = { municipalityId }
    const found = await readAs(
      db,
      keeper,
      async (tx) => {
        const told = await findToMail(tx, municipalityId, id, ALWAYS)
        const to = told && (await findRecipient(tx, municipalityId, told.accountId))
        return told && to ? { told, to } : undefined
      },
      within,
    )
    if (!found) return
    const { told, to } = found
    const more = await moreOf(db, municipalityId, told, to)
    if (!more) return
    const signOut = NOTIFICATION_KINDS[told.kind].isOptional
      ? await signOutAddress(db, told, to, settings)
      : undefined
    try {
      await post({ ...letterOf(told, to, { settings, signOut, ...more }), messageId: id })
    } catch (error) {
      // However often it is tried, it would not leave; that nobody is written to is seen in the application.
      if (!(error instanceof UnsendableLetter)) throw error
    }
    await writeAs(db, keeper, (tx) => setMailed(tx, municipalityId, id), within)
  },
})

type Recipient = AccountHolder & { email: string }

/** Whom a letter goes to; nobody who has left or has not agreed to work there. */
async function findRecipient(
  tx: DatabaseTransaction,
  municipalityId: string,
  accountId: string,
): Promise<Recipient | undefined> {
  const holder = await findAccountHolder(tx, municipalityId, accountId)
  if (!holder?.isAccepted || (holder.endedOn !== null && holder.endedOn <= municipalDay())) return undefined
  const email = await findAccountAddress(tx, municipalityId, accountId)
  return email === undefined ? undefined : { ...holder, email }
}

/** Where pages of this installation are found from outside. */
export const originOf = ({ address, host, port }: Pick<Settings, 'address' | 'host' | 'port'>) =>
  address ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

async function signOutAddress(db: Database, told: ToMail, to: Recipient, settings: Settings) {
  const mark = await signOutOf(db, told.accountId, told.kind)
  return `${originOf(settings)}${addressIn(to.language, '/zinot/atrakstities')}?${new URLSearchParams({ zime: mark })}`
}

type Around = MoreInLetter & { settings: Settings; signOut: string | undefined }

/** What the module of a task adds; undefined where it says that nobody has to be told any more. */
async function moreOf(
  db: Database,
  municipalityId: string,
  { accountId, task }: ToMail,
  { language }: Recipient,
): Promise<MoreInLetter | undefined> {
  const letter = task && letterOfTask(task.kind)
  if (!letter || task.address === null) return { links: [] }
  return letter(db, { municipalityId, accountId, address: task.address, language })
}

/** The words of a letter, in the language of who gets it. */
function letterOf(
  { kind, subject, address, dueOn }: ToMail,
  to: Recipient,
  { settings, signOut, links, isInstead = false }: Around,
): Letter {
  const text = createText(to.language, workTexts[to.language])
  const local = (path: string) => originOf(settings) + addressIn(to.language, path)
  const label = text(NOTIFICATION_KINDS[kind].label)
  const dates = dateFormat(LOCALES[to.language], { dateStyle: 'long', timeZone: 'UTC' })
  const lines = [
    text('work.letter.greeting'),
    `${label}: ${subject}`,
    ...(dueOn === null
      ? []
      : [text('work.letter.due', { date: dates.format(new Date(`${dueOn}T00:00:00Z`)) })]),
    ...(isInstead ? [] : [local(address ?? '/darbs')]),
    ...(links.length === 0
      ? []
      : [links.map((link) => `${link.label}:\n${local(link.address)}`).join('\n\n')]),
    text('work.letter.all', { address: local('/darbs') }),
    ...(signOut === undefined
      ? [text('work.letter.always')]
      : [text('work.letter.signOut', { address: signOut })]),
  ]
  return {
    to: { name: to.name, address: to.email },
    subject: `${label}: ${subject}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 250),
    text: `${lines.join('\n\n')}\n`,
    kind,
    ...(signOut === undefined ? {} : { signOut }),
  }
}
