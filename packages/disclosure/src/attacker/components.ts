import { DisjointSets } from './disjoint-sets.ts'
import type { System } from './system.ts'

/** Splits the unknowns into groups that share no equation, each a list of variables; each can be attacked alone. */
export function independentGroups(system: System): Int32Array[] {
  const sets = new DisjointSets(system.cells.length)
  for (let row = 0; row + 1 < system.starts.length; row++) {
    const [from, to] = [system.starts[row]!, system.starts[row + 1]!]
    for (const variable of system.indices.subarray(from, to)) sets.join(system.indices[from]!, variable)
  }
  const groups = new Map<number, number[]>()
  for (const variable of system.cells.keys()) {
    const leader = sets.leaderOf(variable)
    const group = groups.get(leader)
    if (group) group.push(variable)
    else groups.set(leader, [variable])
  }
  return [...groups.values()].map((group) => Int32Array.from(group))
}

/** The part of a system that concerns the variables of one group, renumbered in their order. */
export function subsystem(system: System, group: Int32Array): System {
  const renumbered = new Int32Array(system.cells.length).fill(-1)
  group.forEach((variable, index) => {
    renumbered[variable] = index
  })
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const rows: number[] = []
  for (let row = 0; row + 1 < system.starts.length; row++) {
    const from = system.starts[row]!
    if (renumbered[system.indices[from]!]! < 0) continue
    for (let entry = from; entry < system.starts[row + 1]!; entry++) {
      indices.push(renumbered[system.indices[entry]!]!)
      values.push(system.values[entry]!)
    }
    starts.push(indices.length)
    rows.push(row)
  }
  const variables = new Int32Array(system.variables.length).fill(-1)
  const cells = group.map((variable) => system.cells[variable]!)
  cells.forEach((at, variable) => {
    variables[at] = variable
  })
  return {
    cells,
    variables,
    low: Float64Array.from(group, (variable) => system.low[variable]!),
    high: Float64Array.from(group, (variable) => system.high[variable]!),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    rowLow: Float64Array.from(rows, (row) => system.rowLow[row]!),
    rowHigh: Float64Array.from(rows, (row) => system.rowHigh[row]!),
  }
}

/** A system as a linear programme without costs. */
export function asModel(system: System, integrality?: Int32Array) {
  const [numCols, numRows] = [system.cells.length, system.rowLow.length]
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: system.low,
    colUpper: system.high,
    rowLower: system.rowLow,
    rowUpper: system.rowHigh,
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: system.starts,
      indices: system.indices,
      values: system.values,
    },
    ...(integrality ? { integrality } : {}),
  }
}
