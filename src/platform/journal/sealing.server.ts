import { reportFailure } from '../database/away.server.ts'
import type { Database } from '../database/types.server.ts'
import { sealJournal } from './seal.server.ts'

const PAUSE_MS = 1000

/**
 * Seals the journal every second as long as the process serves. A sealing that fails is tried again with the
 * next one, for the changes are still there.
 *
 * @returns a function that stops it, after what is left has been sealed
 */
export function startSealing(db: Database): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let sealing: Promise<unknown> = Promise.resolve()
  const sealOnce = () =>
    sealJournal(db).catch((error) => reportFailure('The journal could not be sealed', error))
  const plan = () => {
    timer = setTimeout(() => {
      sealing = sealOnce().then(() => {
        if (!isStopped) plan()
      })
    }, PAUSE_MS).unref()
  }
  plan()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await sealing
    await sealOnce()
  }
}
