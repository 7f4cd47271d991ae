export { work } from './module.server.ts'
export { eraseOverdueContacts, listReports, markClosed } from './service.server.ts'
