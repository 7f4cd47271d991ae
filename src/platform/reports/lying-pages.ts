import type { Block, Report, ReportSection } from './report.ts'
import { turns } from './table-width.ts'

/** What stands on paper one after the other: a heading, as its section, or a block. */
type Piece = ReportSection | Block

const isHeading = (piece: Piece): piece is ReportSection => !('kind' in piece)
const leadsIn = (piece: Piece) => isHeading(piece) || piece.kind === 'paragraph'
const isWords = (piece: Piece) => !isHeading(piece) && piece.kind !== 'table' && piece.kind !== 'chart'

/**
 * What stands on pages that lie: tables that are too wide for others, the headings and paragraphs that lead to them, and
 * the words that follow in the same section. Alone on a page of their own, those would leave most of it empty.
 */
export function lyingPieces(report: Pick<Report, 'sections'>): ReadonlySet<Piece> {
  const pieces = piecesOf(report.sections)
  const lying = new Set<Piece>()
  for (const [place, piece] of pieces.entries()) {
    if (isHeading(piece) || piece.kind !== 'table' || !turns(piece)) continue
    lying.add(piece)
    for (const before of pieces.slice(0, place).reverse()) {
      if (!leadsIn(before)) break
      lying.add(before)
    }
    for (const after of pieces.slice(place + 1)) {
      if (!isWords(after)) break
      lying.add(after)
    }
  }
  return lying
}

const piecesOf = (sections: readonly ReportSection[]): Piece[] =>
  sections.flatMap((section) => [section, ...section.blocks, ...piecesOf(section.sections ?? [])])
