export type TaskState = 'open' | 'done' | 'withdrawn'

/** What waits for a person. */
export type Task = {
  id: string
  municipalityId: string
  /** What is asked for, as `collection.submission`. */
  kind: string
  /** What it is about, in the words of the module that asks. */
  subject: string
  /** Where it is done. */
  address: string | null
  /** last day, `YYYY-MM-DD` */
  dueOn: string | null
  state: TaskState
}

/** A task to be given to somebody, about a municipality or something in it. */
export type TaskEntry = Pick<Task, 'municipalityId' | 'kind' | 'subject' | 'address' | 'dueOn'> & {
  accountId: string
  /** Its own, where whoever gives it knows it again by that. */
  id?: string
  institutionId?: string
  groupId?: string
  personId?: string
}
