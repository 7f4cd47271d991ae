import warehouses from '../../fixtures/csplib-034.json' with { type: 'json' }
import cap from '../../fixtures/or-library-cap.json' with { type: 'json' }
import pmed from '../../fixtures/or-library-pmed.json' with { type: 'json' }
import type { NetworkProblem } from '../network/model/problem.ts'

const anyone = [{ id: 'all' }]

/** OR-Library p-median: each vertex has one pupil and may have a school; distances are shortest ways. */
export function pMedianProblem(name: keyof typeof pmed.instances): NetworkProblem {
  const { ring, edges, medians } = pmed.instances[name]
  const nodes = ring.length
  const travel = new Float64Array(nodes * nodes).fill(Number.POSITIVE_INFINITY)
  const join = (from: number, to: number, length = 0) => {
    travel[from * nodes + to] = length
    travel[to * nodes + from] = length
  }
  for (let node = 0; node < nodes; node++) travel[node * nodes + node] = 0
  ring.forEach((length, node) => {
    join(node, (node + 1) % nodes, length)
  })
  for (let at = 0; at < edges.length; at += 3) {
    join((edges[at] ?? 0) - 1, (edges[at + 1] ?? 0) - 1, edges[at + 2])
  }
  for (let over = 0; over < nodes; over++) {
    for (let from = 0; from < nodes; from++) {
      for (let to = 0; to < nodes; to++) {
        const detour = (travel[from * nodes + over] ?? 0) + (travel[over * nodes + to] ?? 0)
        if (detour < (travel[from * nodes + to] ?? 0)) travel[from * nodes + to] = detour
      }
    }
  }
  const ids = Array.from({ length: nodes }, (_, index) => String(index + 1))
  return {
    sites: ids.map((id) => ({ id })),
    units: ids.map((id) => ({ id, pupils: 1, gradeBand: 'all' })),
    gradeBands: anyone,
    travel,
    openAtMost: medians,
  }
}

/** OR-Library capacitated warehouses; customers may be split unless `isWhole`. */
export function warehouseProblem(name: keyof typeof cap.instances, isWhole: boolean): NetworkProblem {
  const { capacity, fixedCost } = cap.instances[name]
  const sites = (cap.cost[0] ?? []).map((_, index) => ({
    id: `w${index + 1}`,
    capacity,
    runningCost: index === cap.withoutFixedCost ? 0 : fixedCost,
  }))
  const units = cap.demand.map((pupils, index) => ({
    id: `c${index + 1}`,
    pupils,
    gradeBand: 'all',
    splittable: !isWhole,
  }))
  const travel = Float64Array.from(
    cap.cost.flatMap((row, index) => row.map((cost) => cost / (cap.demand[index] ?? 1))),
  )
  return { sites, units, gradeBands: anyone, travel }
}

/** CSPLib 034: stores are whole and capacities count them. */
export function smallWarehouseProblem(): NetworkProblem {
  return {
    sites: warehouses.capacity.map((capacity, index) => ({
      id: `w${index + 1}`,
      capacity,
      runningCost: warehouses.fixedCost,
    })),
    units: warehouses.cost.map((_, index) => ({ id: `s${index + 1}`, pupils: 1, gradeBand: 'all' })),
    gradeBands: anyone,
    travel: Float64Array.from(warehouses.cost.flat()),
  }
}
