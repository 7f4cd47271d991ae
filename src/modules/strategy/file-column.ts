import { type Column, column, optional, type ReadCell, refuse } from '#platform/import/column.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Where a file that was handed in is offered, to everybody or at the workplace. */
const ADDRESS = /^(https?:\/\/[^/]+)?\/(darbs\/)?[a-z0-9-]+\/datnes\/([^/?#]+)$/i

/** A file that was handed in: its number, or the address at which it is offered. */
const readFile: ReadCell<string> = (cell) => {
  const id = ADDRESS.exec(cell)?.[3] ?? cell
  return ID.test(id) ? id.toLowerCase() : refuse('platform.import.fileId', cell)
}

/** Undefined where a file written before lacks the column; then what is stored stays. */
export const fileColumn: Column<string | null | undefined> = optional(column(readFile, { kind: 'code' }))
