import { AsyncLocalStorage } from 'node:async_hooks'

const numbers = new AsyncLocalStorage<string>()

/** Does something under the number of a request or a job, which lines of the log carry from there on. */
export const withRequestNumber = <Result>(id: string, work: () => Result): Result => numbers.run(id, work)

/** Number of the request or the job that is being dealt with; undefined where it is none. */
export const requestNumber = (): string | undefined => numbers.getStore()
