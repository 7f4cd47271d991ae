import type { Cell, CellStyle, CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre'
import { withoutEscapes } from '#platform/workbook/write-workbook.server.ts'

const GREY = { rgb: 'F2F2F2' }
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const WRAPPED = { vertical: 'top', wrapText: true } as const

/** How cells look. What is to be filled in is the only thing that is not locked. */
export const LOOKS = {
  title: { font: { bold: true, size: 14 } },
  head: {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: GREY },
    border: BORDER,
    alignment: WRAPPED,
  },
  section: { font: { bold: true } },
  plain: { alignment: WRAPPED },
  last: { border: BORDER, alignment: { vertical: 'top' }, font: { color: { rgb: '595959' } } },
  computed: {
    border: BORDER,
    alignment: { vertical: 'top' },
    fill: { type: 'pattern', pattern: 'solid', fgColor: GREY },
  },
  check: { font: { color: { rgb: '9C0006' }, bold: true }, alignment: WRAPPED },
  open: {
    border: BORDER,
    alignment: WRAPPED,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9DB' } },
    protection: { locked: false },
  },
} as const satisfies Record<string, CellStyle>

/** The cells of a sheet, put down one by one. Places count from 0. */
export class SheetCells {
  readonly cells = new Map<string, Partial<Cell>>()
  readonly validations: DataValidation[] = []
  private readonly rows = new Map<number, { hidden?: boolean; height?: number }>()

  put(row: number, column: number, value: CellValue, style: CellStyle = LOOKS.plain) {
    this.cells.set(`${row},${column}`, {
      value: typeof value === 'string' ? withoutEscapes(value) : value,
      style,
    })
  }

  /** @param result what it comes to now, for programs that show a file without reckoning */
  formula(row: number, column: number, formula: string, style: CellStyle, result?: string | number) {
    this.cells.set(`${row},${column}`, {
      formula,
      style,
      ...(result === undefined ? {} : { formulaResult: result }),
    })
  }

  hideRow(row: number) {
    this.rows.set(row, { hidden: true })
  }

  asSheet(
    name: string,
    columns: readonly ColumnDef[],
    frozen?: { rows: number; columns: number },
  ): WriteSheet {
    return {
      name,
      columns: [...columns],
      // Cells alone make no rows.
      rows: Array.from({ length: this.height }, () => []),
      cells: this.cells,
      rowDefs: this.rows,
      dataValidations: this.validations,
      protection: { sheet: true, formatColumns: true, formatRows: true, formatCells: true },
      ...(frozen ? { freezePane: frozen } : {}),
    }
  }

  private get height() {
    return Math.max(0, ...[...this.cells.keys()].map((key) => Number(key.split(',')[0]) + 1))
  }
}
