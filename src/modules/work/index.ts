export { asCalendar } from './calendar.ts'
export { feedOrigin } from './feed-address.ts'
export type { NotificationEntry } from './notification.ts'
export type { Report } from './report.ts'
