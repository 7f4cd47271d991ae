export { work } from './module.server.ts'
export { eraseOverdueContacts, listReports, markClosed } from './report-service.server.ts'
export { finishTasks, giveTask } from './task-service.server.ts'
export { findOpenTasks } from './task-store.server.ts'
