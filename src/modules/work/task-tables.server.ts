import type { InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { TaskState } from './task.ts'

export interface TaskTables {
  'work.task': InnerChangingRow & {
    id: string
    account_id: string
    institution_id: string | null
    group_id: string | null
    person_id: string | null
    kind: string
    subject: string
    address: string | null
    due_on: string | null
    state: TaskState
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends TaskTables {}
}
