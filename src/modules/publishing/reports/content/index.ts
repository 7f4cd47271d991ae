export { forInstitution, type ReportData } from './data.ts'
export { REPORT_KINDS, type ReportKind } from './kinds.ts'
export { writeReport } from './write-report.server.ts'
