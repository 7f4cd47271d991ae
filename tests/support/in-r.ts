const { spawnSync } = process.getBuiltinModule('node:child_process')

/**
 * Seconds that R takes for the same data, undefined where R or one of its packages is not installed.
 *
 * @param script reads `x`, the numbers, and puts what is to be timed between `clock({` and `})`
 */
export function secondsInR(script: string, numbers: Iterable<number>): number | undefined {
  const ran = spawnSync('Rscript', ['-e', `${PRELUDE}${script}`], {
    input: Array.from(numbers).join('\n'),
    encoding: 'utf8',
  })
  const seconds = ran.stdout?.match(/seconds ([\d.]+)/)?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}

/** How a benchmark says what R took beside us. */
export function besideR(name: string, theirs: number | undefined, ours: number): string {
  if (theirs === undefined) return `R ${name} is not installed`
  return `R ${name} ${theirs.toFixed(2)} s: ${(theirs / ours).toFixed(1)} × as long`
}

const PRELUDE = `
options(warn = -1)
x <- scan(file('stdin'), quiet = TRUE)
clock <- function(work) cat('seconds', system.time(work)[['elapsed']], '\\n')
`
