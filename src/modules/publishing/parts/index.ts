export { PublishedReports } from '../reports/parts/published-reports.tsx'
