import type { Table } from '../tables/table.ts'
import type { RowList } from './row-list.ts'

/**
 * Adds the equations of a table: along every axis, for every parent and every place on the other axes, the
 * children less the parent are 0. `grid` gives the release cell at each place of the table.
 */
export function tableEquations(table: Table, grid: Int32Array, rows: RowList): void {
  table.axes.forEach(({ hierarchy }, axis) => {
    const stride = table.strides[axis]!
    for (let index = 0; index < grid.length; index++) {
      const position = Math.floor(index / stride) % hierarchy.codes.length
      const children = hierarchy.children[position]!
      if (children.length === 0) continue
      const cells = [index, ...children.map((child) => index + (child - position) * stride)]
      rows.add(
        cells.map((cell) => grid[cell]!),
        cells.map((cell) => (cell === index ? -1 : 1)),
        0,
      )
    }
  })
}
