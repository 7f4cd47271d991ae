const MOST_SECONDS = { postgres: 10, embedded: 180 }
const MOST_MEGABYTES = 250
const MEGABYTE = 2 ** 20

/** What the process holds, without what it no longer needs. */
export function heldBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

/**
 * Follows one loading by the clock and by the memory that the process holds.
 *
 * @param before bytes that it held before, where something that belongs to the loading was done already
 */
export function watchLoading(engine: keyof typeof MOST_SECONDS, before = heldBytes()) {
  const started = performance.now()
  const cpuBefore = process.cpuUsage()
  const since = () => (performance.now() - started) / 1000
  let peak = process.memoryUsage.rss()
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const at: Record<string, { seconds: number; cpu: number; peak: number }> = {}
  const tellStage = (stage: string) => {
    // A stage may be told of many times; it begins once.
    if (at[stage]) return
    const { user, system } = process.cpuUsage(cpuBefore)
    at[stage] = { seconds: since(), cpu: (user + system) / 1e6, peak }
  }
  const print = (what: string) => {
    clearInterval(timer)
    tellStage('end')
    const { write, workOut, end } = at
    if (!write || !workOut || !end) throw new Error('a stage was not told')
    const megabytes = (workOut.peak - before) / MEGABYTE
    console.log(`${engine}, ${what}:`)
    console.log(
      `  read and checked ${write.seconds.toFixed(1)} s, written ${(workOut.seconds - write.seconds).toFixed(1)} s, own processor time ${workOut.cpu.toFixed(1)} s; then worked out in ${(end.seconds - workOut.seconds).toFixed(1)} s`,
    )
    console.log(
      `  ${workOut.seconds.toFixed(1)} s of ${MOST_SECONDS[engine]} s: ratio ${(workOut.seconds / MOST_SECONDS[engine]).toFixed(2)}`,
    )
    console.log(
      `  ${megabytes.toFixed(0)} MB above the process before, of ${MOST_MEGABYTES}: ratio ${(megabytes / MOST_MEGABYTES).toFixed(2)}; with the working out ${((end.peak - before) / MEGABYTE).toFixed(0)} MB`,
    )
  }
  return { tellStage, print }
}
