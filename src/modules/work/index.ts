export type { NotificationEntry } from './notification.ts'
export type { Report } from './report.ts'
