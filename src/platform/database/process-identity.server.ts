import { spawnSync } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** What tells a process from every other, also from one that gets its number later. */
export type ProcessIdentity = {
  process: number
  /** When it began, as the system writes it; undefined where the system does not say. */
  started?: string | undefined
  /** One start of the machine: numbers begin anew after it. */
  boot?: string | undefined
  /** The space in which its number counts; a container has one of its own. */
  space?: string | undefined
  host?: string | undefined
}

export async function identifyThisProcess(): Promise<ProcessIdentity> {
  return {
    process: process.pid,
    started: await startOf(process.pid),
    boot: await readText('/proc/sys/kernel/random/boot_id'),
    space: await thisSpace(),
    host: hostname(),
  }
}

/** The space in which this process sees others; undefined where there is only one. */
export const thisSpace = () => readlink('/proc/self/ns/pid').catch(() => undefined)

/**
 * Whether the process of an identity still runs. One that bears its number but began at another time is a
 * stranger. Of an identity that is only a number, a process that is no Node is one.
 */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  const { process: pid, started, boot } = identity
  if (!Number.isInteger(pid) || pid < 1 || pid === process.pid || !isAlive(pid)) return false
  if (boot !== undefined && boot !== (await readText('/proc/sys/kernel/random/boot_id'))) return false
  if (started !== undefined) {
    const now = await startOf(pid)
    return now === undefined || now === started
  }
  const command = await commandOf(pid)
  return command === undefined || /\bnode\b|izaugsme/i.test(command)
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began: in ticks of the kernel on Linux, in words elsewhere. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readText(`/proc/${pid}/stat`)
  // The name in parentheses may hold anything, so the fields are counted after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[19] ?? askPs(pid, 'lstart')
}

async function commandOf(pid: number): Promise<string | undefined> {
  const command = await readText(`/proc/${pid}/cmdline`)
  return command?.replaceAll('\0', ' ') ?? askPs(pid, 'command')
}

function askPs(pid: number, field: 'lstart' | 'command'): string | undefined {
  if (process.platform === 'win32') return undefined
  const { stdout, status } = spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

const readText = (file: string) =>
  readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  )
