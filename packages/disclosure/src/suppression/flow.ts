import type { Model } from 'highs'
import { runModel, withModel } from '../solver/solver.ts'
import type { Need, State, Witness } from './state.ts'

/** Cost of moving a hidden cell by one: nothing much, but enough to keep detours short. */
const HIDDEN_COST = 0.002

/**
 * Largest programme in whole numbers, in cells, and how long it may search, when a linear one gives fractions. Nodes
 * are the same on every machine; the seconds only stop what has gone astray.
 */
const WHOLE_LIMITS = {
  quick: { cells: 150, nodes: 200, seconds: 20 },
  thorough: { cells: 4000, nodes: 1000, seconds: 60 },
} as const

/** How hard to look for whole numbers. */
export type Effort = keyof typeof WHOLE_LIMITS

/**
 * Finds the cheapest tables in which a cell differs by an amount: changes that keep every row, paying for each
 * visible cell that has to change. Every column of the linear programme is a cell going up or going down.
 *
 * @see Kelly, Golden & Assad (1992), Cell suppression: disclosure protection for sensitive tabular data
 */
export class FlowModel {
  private readonly state: State
  private readonly model: Model
  private readonly charged: Uint8Array
  private readonly isShut: Uint8Array
  /** Variables with somebody alone in them, and which of them the attacker of the last search knows. */
  private readonly alone: Int32Array
  private readonly isKnown: Uint8Array

  constructor(state: State, model: Model) {
    this.state = state
    this.model = model
    this.charged = new Uint8Array(state.isHidden.length).fill(1)
    this.isShut = new Uint8Array(state.isHidden.length)
    this.isKnown = new Uint8Array(state.isHidden.length)
    this.alone = Int32Array.from(state.insiders.keys()).filter((at) => state.insiders[at] !== -1)
  }

  /** Runs `use` with a model of the state and frees it afterwards. */
  static with<Result>(state: State, use: (flow: FlowModel) => Result): Result {
    const options = { presolve: 'off', solver: 'simplex' }
    return withModel(state.solver, flowModel(state), options, (model) => use(new FlowModel(state, model)))
  }

  /** Shuts or opens a cell: a shut one must not change. */
  shut(variable: number, isShut: boolean): void {
    this.isShut[variable] = isShut ? 1 : 0
    this.setBounds(variable, 0, 0)
  }

  /**
   * @param amount by which the cell of the need must differ
   * @param sign 1 for up, −1 for down
   * @param effort how large a programme in whole numbers is tried where linear programming gives fractions
   * @returns changes, whole where the measure is; undefined when no whole ones were found, `impossible` when there are
   *   not even fractions, nor for any larger amount
   */
  find(need: Need, sign: 1 | -1, amount: number, effort: Effort): Witness | 'impossible' | undefined {
    const { isHidden, costs } = this.state
    for (let variable = 0; variable < isHidden.length; variable++) {
      const charge = isHidden[variable] ? 0 : 1
      if (charge === this.charged[variable]) continue
      this.charged[variable] = charge
      const cost = charge === 1 ? costs[variable]! : HIDDEN_COST
      this.model.changeColCost(2 * variable, cost)
      this.model.changeColCost(2 * variable + 1, cost)
    }
    this.fixKnown(need)
    this.setBounds(need.variable, sign, amount)
    this.model.setLogicalBasis()
    const outcome = runModel(this.model)
    const columns = outcome === 'optimal' ? this.model.getSolution().colValue : undefined
    this.setBounds(need.variable, 0, 0)
    if (!columns) return outcome === 'infeasible' ? 'impossible' : undefined
    const witness = sparse(columns)
    return this.isWhole(witness) ? witness : this.findWhole(need, sign, amount, witness, effort)
  }

  /** Holds what the attacker knows, and frees what the one before knew. */
  private fixKnown({ isKnown }: Need) {
    for (const variable of this.alone) {
      const known = isKnown(variable) ? 1 : 0
      if (known === this.isKnown[variable]) continue
      this.isKnown[variable] = known
      this.setBounds(variable, 0, 0)
    }
  }

  private isFixed(variable: number): boolean {
    return this.isShut[variable] === 1 || this.isKnown[variable] === 1
  }

  /** With a sign, holds a cell at an amount; without, gives it the room it has. */
  private setBounds(variable: number, sign: 0 | 1 | -1, amount: number) {
    const { low, high } = this.state.system
    const [up, down] = this.isFixed(variable) ? [0, 0] : [high[variable]!, -low[variable]!]
    if (sign === 0) {
      this.model.changeColBounds(2 * variable, 0, up)
      this.model.changeColBounds(2 * variable + 1, 0, down)
    } else {
      this.model.changeColBounds(2 * variable, sign > 0 ? amount : 0, sign > 0 ? amount : 0)
      this.model.changeColBounds(2 * variable + 1, sign > 0 ? 0 : amount, sign > 0 ? 0 : amount)
    }
  }

  private isWhole({ variables, changes }: Witness): boolean {
    return changes.every((change, n) => !this.state.isWhole[variables[n]!] || Number.isInteger(change))
  }

  /** Whole numbers: over the cells that are hidden or were just found, and if that fails over all. */
  private findWhole(
    need: Need,
    sign: 1 | -1,
    amount: number,
    found: Witness,
    effort: Effort,
  ): Witness | undefined {
    const { isHidden } = this.state
    const limit = WHOLE_LIMITS[effort]
    const near = new Set(found.variables)
    const narrow = Uint8Array.from(isHidden, (hidden, variable) =>
      !this.isFixed(variable) && (hidden || near.has(variable)) ? 1 : 0,
    )
    const wide = this.isShut.map((_, variable) => (this.isFixed(variable) ? 0 : 1))
    for (const open of [narrow, wide]) {
      if (open.reduce((sum, each) => sum + each, 0) > limit.cells) return undefined
      const data = flowModel(this.state, open)
      const fixed = 2 * need.variable + (sign > 0 ? 0 : 1)
      data.colLower[fixed] = amount
      data.colUpper[fixed] = amount
      data.colUpper[2 * need.variable + (sign > 0 ? 1 : 0)] = 0
      isHidden.forEach((hidden, variable) => {
        if (hidden) data.colCost.fill(HIDDEN_COST, 2 * variable, 2 * variable + 2)
      })
      const integrality = Int32Array.from(data.colCost, (_, n) => this.state.isWhole[n >> 1]!)
      const options = { mip_rel_gap: 0.2, mip_max_nodes: limit.nodes, time_limit: limit.seconds }
      const columns = withModel(this.state.solver, { ...data, integrality }, options, (model) =>
        runModel(model) === 'optimal' ? model.getSolution().colValue : undefined,
      )
      if (columns) return sparse(columns)
    }
    return undefined
  }
}

/** Two columns a variable, up and down; those that are not open are held at 0. */
function flowModel({ system, costs }: State, open?: Uint8Array) {
  const [cells, rows] = [system.cells.length, system.rowLow.length]
  const colUpper = new Float64Array(2 * cells)
  const colCost = new Float64Array(2 * cells)
  for (let variable = 0; variable < cells; variable++) {
    colCost.fill(costs[variable]!, 2 * variable, 2 * variable + 2)
    if (open && !open[variable]) continue
    colUpper[2 * variable] = system.high[variable]!
    colUpper[2 * variable + 1] = -system.low[variable]!
  }
  const indices = new Int32Array(2 * system.indices.length)
  const values = new Float64Array(2 * system.indices.length)
  for (let entry = 0; entry < system.indices.length; entry++) {
    indices[2 * entry] = 2 * system.indices[entry]!
    indices[2 * entry + 1] = 2 * system.indices[entry]! + 1
    values[2 * entry] = system.values[entry]!
    values[2 * entry + 1] = -system.values[entry]!
  }
  return {
    numCols: 2 * cells,
    numRows: rows,
    colCost,
    colLower: new Float64Array(2 * cells),
    colUpper,
    rowLower: system.rowLow,
    rowUpper: system.rowHigh,
    matrix: {
      format: 'csr' as const,
      numRows: rows,
      numCols: 2 * cells,
      starts: system.starts.map((start) => 2 * start),
      indices,
      values,
    },
  }
}

/** Net changes that are not 0, those next to whole made whole. */
function sparse(columns: Float64Array): Witness {
  const variables: number[] = []
  const changes: number[] = []
  for (let variable = 0; 2 * variable < columns.length; variable++) {
    const change = columns[2 * variable]! - columns[2 * variable + 1]!
    const near = Math.round(change)
    const settled = Math.abs(change - near) < 1e-6 ? near : change
    if (settled === 0) continue
    variables.push(variable)
    changes.push(settled)
  }
  return { variables: Int32Array.from(variables), changes: Float64Array.from(changes) }
}
