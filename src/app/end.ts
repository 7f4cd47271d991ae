import { parseArgs } from 'node:util'
import { describeFailure } from './failure.ts'
import { textIn } from './texts.server.ts'

/** Something stood in the way that is neither a mistake in the files nor a refusal. */
const FAILED = 2
/** Containers are killed after ten seconds; whatever is not closed by then is left to its journal. */
const DEADLINE_MS = 9500

/** Ends a server that could not start: one line in words, in Latvian unless `--language en` was given. */
export function giveUp(error: unknown): never {
  const { values } = parseArgs({ strict: false, options: { language: { type: 'string', short: 'l' } } })
  console.error(describeFailure(error, textIn(values.language === 'en' ? 'en' : 'lv')).message)
  process.exit(FAILED)
}

/** Ends the process in order when it is told to, within ten seconds in any case. */
export function endWhenTold(close: () => Promise<void>) {
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) return
      isClosing = true
      setTimeout(() => process.exit(1), DEADLINE_MS).unref()
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}
