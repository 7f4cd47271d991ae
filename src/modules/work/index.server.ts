export { work } from './module.server.ts'
export { eraseOverdueContacts, listReports, markClosed } from './report-service.server.ts'
export { addTask, finishTasks } from './task-service.server.ts'
