import type { ReportTables } from './reports/tables.server.ts'

export type PublishingTables = ReportTables
