import { EventEmitter } from 'node:events'

const added = new EventEmitter()

/** Tells the workers of this process that a job of this name is being added; others find it when they look. */
export const tellOfJob = (name: string) => added.emit('job', name)

/** Calls back with the name of each job that is being added in this process. @returns a function that stops it */
export function hearOfJobs(receive: (name: string) => void): () => void {
  added.on('job', receive)
  return () => added.off('job', receive)
}
