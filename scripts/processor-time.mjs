import { readFileSync } from 'node:fs'

/** Clock ticks in which Linux counts the time of processes; the same on every platform that Node runs on. */
const TICKS_PER_SECOND = 100

/**
 * Processor seconds of this process' ended children, their own ended children included.
 *
 * @returns undefined where the system does not say (anything but Linux)
 */
export function secondsOfChildren() {
  if (process.platform !== 'linux') return undefined
  // The name of the program stands in brackets and may hold spaces; 14 numbers on stand those of the children.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND
}

/** Makes a clock that tells, at each call, how many processor seconds ended children took since the last one. */
export function createLaps() {
  let before = secondsOfChildren()
  return () => {
    const now = secondsOfChildren()
    const spent = now === undefined ? undefined : now - before
    before = now
    return spent
  }
}

/** What something took, for a person: seconds, and the processor's where they are known. */
export function inWords({ seconds, cpu }) {
  const wall = `${seconds.toFixed(1)} s`
  return cpu === undefined ? wall : `${wall}, ${cpu.toFixed(1)} s CPU`
}

/** Prints what each row took, with how many tests it ran, and what it was together since this process began. */
export function printTimes(rows) {
  const line = (name, tests, seconds, cpu) =>
    process.stdout.write(
      `${name.padEnd(28)}${tests.padStart(7)}${seconds.toFixed(1).padStart(9)}${(cpu?.toFixed(1) ?? '–').padStart(9)}\n`,
    )
  process.stdout.write(`\n${' '.repeat(28)}  tests  seconds    CPU s\n`)
  for (const { name, passed, failed, seconds, cpu } of rows)
    line(name, failed ? String(passed + failed.length) : '', seconds, cpu)
  line('together', '', performance.now() / 1000, secondsOfChildren())
}
