/** Forms in which a report is taken away. */
export const REPORT_FORMATS = ['pdf', 'docx', 'html'] as const
export type FileFormat = (typeof REPORT_FORMATS)[number]

/** The format that an address asks for, by its ending. */
export function formatIn(pathname: string): FileFormat {
  if (pathname.endsWith('.pdf')) return 'pdf'
  return pathname.endsWith('.docx') ? 'docx' : 'html'
}
