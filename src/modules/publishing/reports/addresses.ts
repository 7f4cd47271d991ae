/** Where reports are written. */
export const reportsHome = (slug: string) => `/darbs/${slug}/parskati`
export const reportAddress = (slug: string, key: string) => `${reportsHome(slug)}/${key}`
/** Where the commentary of a section is written. */
export const sectionAddress = (slug: string, key: string, section: string) =>
  `${reportAddress(slug, key)}/sadala/${encodeURIComponent(section)}`
/** A frozen version, for those who write reports. */
export const frozenAddress = (slug: string, key: string, number: number) =>
  `${reportAddress(slug, key)}/iesaldets/${number}`
/** Where everybody reads a report; its newest version, or that of a number. */
export const publicReportAddress = (slug: string, key: string, number?: number) =>
  `/${slug}/parskati/${key}${number === undefined ? '' : `/${number}`}`
export const runsHome = (slug: string) => `${reportsHome(slug)}/visas-iestades`
export const runAddress = (slug: string, id: string) => `${runsHome(slug)}/${id}`
