import { codePositions, type Table } from '../tables/table.ts'
import { type AxisPattern, axisPatterns } from './axis-patterns.ts'
import { hardestFirst } from './order.ts'
import { separateInsiders } from './separate.ts'
import { acceptBothWays, isMet, type Need, type State } from './state.ts'

type Grid = { table: Table; cells: Int32Array }

/** Where a cell stands in one table, with the patterns of each axis through it. */
type Stand = { grid: Grid; index: number; patterns: AxisPattern[][] }

/**
 * Protects every need that a box can protect, hardest first; where none does from all insiders, from each of them.
 * Needs without one are left to linear programming.
 */
export function searchBoxes(state: State, finder: BoxFinder): void {
  const meet = (need: Need) => isMet(need) || finder.meet(need)
  for (const need of hardestFirst(state)) {
    if (!meet(need)) separateInsiders(state, need, meet).forEach(meet)
  }
}

/**
 * Protects cells by boxes: the product of one pattern along each axis (a school up, another down; a grade up,
 * another down) changes a few cells by ±1 and keeps every sum of the table. For a need the cheapest box with enough
 * room is taken, if the rest of the release agrees.
 *
 * @see Giessing & Repsilber (2002), Tools and strategies to protect multiple tables with the GHQUAR engine
 */
export class BoxFinder {
  private readonly state: State
  private readonly stands: Map<number, Stand[]>

  constructor(state: State) {
    this.state = state
    this.stands = standsOf(state)
  }

  /**
   * Looks for a box and accepts it.
   *
   * @param dearest what the newly hidden cells of the box must cost less than
   * @returns whether the need is met
   */
  meet(need: Need, dearest = Infinity): boolean {
    const best: Best = { cost: dearest, variables: [], signs: [] }
    const stands = this.stands.get(this.state.system.cells[need.variable]!) ?? []
    for (const stand of stands) new BoxSearch(this.state, need, stand, best).run()
    if (best.variables.length === 0) return false
    const changes = Float64Array.from(best.signs)
    acceptBothWays(this.state, { variables: Int32Array.from(best.variables), changes }, need)
    return isMet(need)
  }
}

/** The places of every need in all tables. */
function standsOf({ release, system, needsAt }: State): Map<number, Stand[]> {
  const stands = new Map<number, Stand[]>()
  for (const grid of release.grids) {
    const known = grid.table.axes.map(({ hierarchy }) =>
      hierarchy.codes.map((_, at) => axisPatterns(hierarchy, at)),
    )
    grid.cells.forEach((at, index) => {
      if (!needsAt[system.variables[at]!]?.length) return
      const positions = codePositions(grid.table, index)
      const patterns = positions.map((position, axis) => known[axis]![position]!)
      stands.set(at, [...(stands.get(at) ?? []), { grid, index, patterns }])
    })
  }
  return stands
}

type Best = { cost: number; variables: number[]; signs: number[] }

/** Depth-first over the axes: each pattern multiplies the cells so far; dearer or tighter branches are cut. */
class BoxSearch {
  private readonly state: State
  private readonly need: Need
  private readonly stand: Stand
  private readonly best: Best
  private readonly indexes: number[] = []
  private readonly signs: number[] = []

  constructor(state: State, need: Need, stand: Stand, best: Best) {
    this.state = state
    this.need = need
    this.stand = stand
    this.best = best
  }

  run(): void {
    const { low, high } = this.state.system
    this.indexes.push(this.stand.index)
    this.signs.push(1)
    this.extend(0, 0, high[this.need.variable]!, -low[this.need.variable]!)
  }

  /** `up` and `down` are how many times the box so far can be added and taken away. */
  private extend(axis: number, cost: number, up: number, down: number) {
    const patterns = this.stand.patterns[axis]
    if (!patterns) {
      const { variables } = this.state.system
      const cells = this.stand.grid.cells
      this.best.cost = cost
      this.best.variables = this.indexes.map((index) => variables[cells[index]!]!)
      this.best.signs = [...this.signs]
      return
    }
    const size = this.indexes.length
    for (const pattern of patterns) {
      if (this.best.cost === 0) return
      this.tryPattern(pattern, axis, size, cost, up, down)
      this.indexes.length = size
      this.signs.length = size
    }
  }

  private tryPattern(
    pattern: AxisPattern,
    axis: number,
    size: number,
    cost: number,
    up: number,
    down: number,
  ) {
    const { below, above, width } = this.need
    const { system, isHidden, costs } = this.state
    const { table, cells } = this.stand.grid
    const stride = table.strides[axis]!
    let [newCost, newUp, newDown] = [cost, up, down]
    for (let move = 0; move < pattern.offsets.length; move++) {
      const offset = pattern.offsets[move]! * stride
      const sign = pattern.signs[move]!
      for (let n = 0; n < size; n++) {
        const index = this.indexes[n]! + offset
        const variable = system.variables[cells[index]!]!
        if (variable < 0 || this.need.isKnown(variable)) return
        const coefficient = this.signs[n]! * sign
        const [rise, fall] = [system.high[variable]!, -system.low[variable]!]
        newUp = Math.min(newUp, coefficient > 0 ? rise : fall)
        newDown = Math.min(newDown, coefficient > 0 ? fall : rise)
        if (newUp < above || newDown < below || newUp + newDown < width) return
        if (!isHidden[variable]) newCost += costs[variable]!
        if (newCost >= this.best.cost) return
        this.indexes.push(index)
        this.signs.push(coefficient)
      }
    }
    this.extend(axis + 1, newCost, newUp, newDown)
  }
}
