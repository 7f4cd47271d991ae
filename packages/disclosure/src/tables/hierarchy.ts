/** A code of a dimension with those it is the sum of; the outermost code is the dimension's total. */
export type Hierarchy = { code: string; children?: readonly Hierarchy[] }

/** A hierarchy laid flat, parents before children. Position 0 is the total; arrays are indexed by position. */
export type FlatHierarchy = {
  codes: string[]
  /** Position of the parent; −1 for the total. */
  parents: Int32Array
  /** Positions of the children; empty for a leaf. */
  children: number[][]
  positions: Map<string, number>
}

/**
 * Lays a hierarchy flat, parents before children.
 *
 * @throws RangeError when a code is empty, appears twice, or has an empty list of children
 */
export function flattenHierarchy(root: Hierarchy): FlatHierarchy {
  const codes: string[] = []
  const parents: number[] = []
  const children: number[][] = []
  const positions = new Map<string, number>()
  const visit = (node: Hierarchy, parent: number) => {
    if (node.code === '') throw new RangeError('flattenHierarchy: a code is empty')
    if (positions.has(node.code)) throw new RangeError(`flattenHierarchy: code ${node.code} appears twice`)
    if (node.children?.length === 0) throw new RangeError(`flattenHierarchy: ${node.code} has no children`)
    const position = codes.push(node.code) - 1
    positions.set(node.code, position)
    parents.push(parent)
    children.push([])
    if (parent >= 0) children[parent]!.push(position)
    for (const child of node.children ?? []) visit(child, position)
  }
  visit(root, -1)
  return { codes, parents: Int32Array.from(parents), children, positions }
}

/** A hierarchy of one level: a total and its parts, in the order given. */
export function flatDimension(total: string, parts: readonly string[]): Hierarchy {
  return { code: total, children: parts.map((code) => ({ code })) }
}
