import type { RunFormat } from './model.ts'

/** Forms in which a report is taken away. */
export type FileFormat = RunFormat | 'html'

/** The format that an address asks for, by its ending. */
export function formatIn(pathname: string): FileFormat {
  if (pathname.endsWith('.pdf')) return 'pdf'
  return pathname.endsWith('.docx') ? 'docx' : 'html'
}
