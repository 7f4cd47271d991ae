/** What a report answers, and to whom. */
export const REPORT_KINDS = ['supervision', 'evaluation', 'results', 'quality', 'committee'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
