import type { ReachOf } from '#platform/rights/declaration.ts'
import type { TaskTables } from './task-tables.server.ts'

export const workReach: ReachOf<TaskTables> = {
  'work.task': {
    from: 'municipality',
    reach: 'person',
    read: 'work.task.read',
    write: 'work.task.edit',
    published: 'no',
    writing: 'change',
    own: { column: 'account_id', mayChange: true },
    forgets: 'what is done with stays in the journal, and nobody asks how a task was worded before',
    audit: 'audit',
  },
}
