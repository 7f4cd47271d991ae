export { eraseOverdueContacts, listReports, markClosed } from './service.server.ts'
