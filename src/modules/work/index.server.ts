export { work } from './module.server.ts'
export { countUnread, findNotifications } from './notification-store.server.ts'
export { markRead, notify } from './notify.service.server.ts'
export { eraseOverdueContacts, listReports, markClosed } from './report-service.server.ts'
