const ended = new Map<string, number>()

/** Counts that a job has ended. */
export function jobEnded(name: string, how: 'done' | 'failed') {
  const key = `job="${name}",result="${how}"`
  ended.set(key, (ended.get(key) ?? 0) + 1)
}

/** How often each job has ended since the start, by the labels of its line in `/metrics`. */
export const endedJobs = (): ReadonlyMap<string, number> => ended
