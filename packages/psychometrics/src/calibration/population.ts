import type { Layout, Parameters } from './parameters.ts'

/** Mean and spread of every group that has them free, from the expected number of persons at the nodes. */
export function maximisePopulation(
  layout: Layout,
  nodes: Float64Array,
  population: Float64Array,
  next: Parameters,
): void {
  const size = nodes.length
  for (let group = 0; group < layout.groupCount; group++) {
    let [persons, sum, square] = [0, 0, 0]
    for (let q = 0; q < size; q++) {
      persons += population[group * size + q]!
      sum += population[group * size + q]! * nodes[q]!
    }
    if (persons === 0) continue
    if (layout.meanAt[group]! >= 0) next.means[group] = sum / persons
    for (let q = 0; q < size; q++)
      square += population[group * size + q]! * (nodes[q]! - next.means[group]!) ** 2
    if (layout.logSdAt[group]! >= 0) next.sds[group] = Math.sqrt(square / persons)
  }
}

/** Derivatives by mean and log sd of every group, from the expected number of persons at the nodes. */
export function addPopulationGradient(
  layout: Layout,
  { means, sds }: Pick<Parameters, 'means' | 'sds'>,
  nodes: Float64Array,
  population: Float64Array,
  gradient: Float64Array,
): void {
  for (let group = 0; group < layout.groupCount; group++) {
    for (let q = 0; q < nodes.length; q++) {
      const persons = population[group * nodes.length + q]!
      const z = (nodes[q]! - means[group]!) / sds[group]!
      if (layout.meanAt[group]! >= 0) gradient[layout.meanAt[group]!]! += (persons * z) / sds[group]!
      if (layout.logSdAt[group]! >= 0) gradient[layout.logSdAt[group]!]! += persons * (z * z - 1)
    }
  }
}

/** Complete-data information on means and log sds of the groups, into the lower triangle. */
export function addPopulationInformation(
  layout: Layout,
  { means, sds }: Pick<Parameters, 'means' | 'sds'>,
  nodes: Float64Array,
  population: Float64Array,
  information: Float64Array,
): void {
  const order = layout.size
  for (let group = 0; group < layout.groupCount; group++) {
    const [m, s] = [layout.meanAt[group]!, layout.logSdAt[group]!]
    for (let q = 0; q < nodes.length; q++) {
      const persons = population[group * nodes.length + q]!
      const z = (nodes[q]! - means[group]!) / sds[group]!
      if (m >= 0) information[m * order + m]! += persons / sds[group]! ** 2
      if (s >= 0) information[s * order + s]! += 2 * persons * z * z
      if (m >= 0 && s >= 0) information[s * order + m]! += (2 * persons * z) / sds[group]!
    }
  }
}
