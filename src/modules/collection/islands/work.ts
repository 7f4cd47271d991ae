import type { ToldForm } from '../form/told.ts'
import { hasConflicts } from './conflicts.ts'
import { Filling } from './filling.ts'
import { button, FormBar, signInLink } from './form-bar.ts'
import { handsIn, isAnswered, pressed, sendForm } from './hand-in.ts'
import { keepPage } from './keep-page.ts'
import type { Trouble } from './send.ts'

/** How often the line is tried while it is away or the server is busy, and how often others are asked for. */
const TRY_AGAIN_MS = { away: 10_000, busy: 5_000 }
const LOOK_MS = 60_000

type Page = {
  form: HTMLFormElement
  told: ToldForm & { worker: string }
  isCopy: boolean
  afterSetting: () => void
}

/** Has a form kept while somebody fills it in, from its opening until the page is left. */
export async function workOn({ form, told, isCopy, afterSetting }: Page) {
  const { words, account } = told
  const bar = new FormBar(form, told)
  bar.set({ copyOf: isCopy ? new Date(told.drawnAt) : null })
  const filling = await Filling.open(form, told, {
    tell: ({ changed = [], ...news }) => {
      bar.set(news)
      if (changed.length > 0) bar.say(words.changed.replace('{{fields}}', changed.join(', ')))
    },
    afterSetting,
    onKept: () => void deliver(),
  }).catch(() => undefined)
  if (!filling) return bar.say(words.noStore)
  let isLeaving = false
  let again: ReturnType<typeof setTimeout> | undefined

  /** Sends what waits, and hands in where that waits too. */
  const deliver = async (): Promise<Trouble | null> => {
    clearTimeout(again)
    const trouble = (await filling.deliver()) ?? (await contact())
    // A copy that knows what is new is one no more.
    bar.set({ trouble, ...(trouble ? {} : { copyOf: null }) })
    offer(trouble)
    if (trouble?.kind === 'away' || trouble?.kind === 'busy')
      again = setTimeout(() => void deliver(), TRY_AGAIN_MS[trouble.kind])
    if (!trouble && filling.handIn) await handIn(true)
    return trouble
  }
  /** Whether the server is there, where nothing waits to be sent. */
  const contact = async () => (bar.state.trouble || filling.handIn || isCopy ? filling.look() : null)

  const offer = (trouble: Trouble | null) =>
    bar.offer(
      trouble?.kind === 'signIn' && signInLink(words.signInLink),
      trouble?.kind === 'refused' &&
        bar.state.waiting > 0 &&
        button(words.discard, () => void filling.discard().then(() => location.reload())),
      bar.state.handInWaits && button(words.handInStop, () => void stop()),
    )

  const handIn = async (isLate: boolean) => {
    const asked = filling.handIn
    // A second sending, of a line that is back or of a timer, would break off the first.
    if (!asked || isLeaving) return
    if (hasConflicts(form)) {
      await filling.setHandIn(null)
      bar.set({ handInWaits: false })
      return bar.say(words.handInConflict)
    }
    isLeaving = true
    await filling.setHandIn({ ...asked, isSent: true })
    sendForm(form, asked, isLate)
  }

  const stop = async () => {
    await filling.setHandIn(null)
    bar.set({ handInWaits: false })
    bar.say(words.handInStopped)
    offer(bar.state.trouble)
  }

  form.addEventListener('submit', (event) => {
    isLeaving = true
    if (!handsIn(event.submitter)) return
    event.preventDefault()
    isLeaving = false
    void (async () => {
      await filling.keep()
      await filling.setHandIn(pressed(form, told.drawnAt))
      const trouble = (await filling.deliver()) ?? (await filling.look())
      if (!trouble) return handIn(false)
      bar.set({ trouble, handInWaits: true })
      await deliver()
    })()
  })
  // What is typed after the button was pressed is not what was handed in.
  form.addEventListener('input', () => bar.state.handInWaits && void stop())
  window.addEventListener('online', () => void deliver())
  window.addEventListener('beforeunload', (event) => {
    const { waiting, trouble, handInWaits } = bar.state
    const isUnsent = (waiting > 0 && trouble !== null && trouble.kind !== 'refused') || handInWaits
    if (!isLeaving && isUnsent) event.preventDefault()
  })
  setInterval(() => document.visibilityState === 'visible' && !bar.state.trouble && void look(), LOOK_MS)
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && void deliver(),
  )
  const look = async () => bar.set({ trouble: await filling.look() })

  const before = filling.handIn
  if (before && isAnswered(before, told.drawnAt)) await filling.setHandIn(null)
  else bar.set({ handInWaits: before !== null })
  await deliver()
  await keepPage(account, told.worker, isCopy).catch(() => undefined)
}
