/** Containers are killed after ten seconds; whatever is not closed by then is left to its journal. */
const DEADLINE_MS = 9500

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
