export { findCorrectionsOf } from './correction-store.server.ts'
export { work } from './module.server.ts'
export { eraseOverdueContacts, listReports, markClosed } from './report-service.server.ts'
