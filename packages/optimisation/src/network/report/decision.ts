import type { SharesOf } from '../model/fairness.ts'
import type { Network } from '../model/network.ts'

/** Sites open and the share of each block at each site, `blocks × sites`. */
export type Decision = { isOpen: Uint8Array; share: Float64Array }

/** The decision of a choice of one site a block. */
export function wholeDecision(network: Network, isOpen: Uint8Array, siteOf: Int32Array): Decision {
  const share = new Float64Array(network.blocks.length * network.siteCount)
  siteOf.forEach((site, b) => {
    if (site >= 0) share[b * network.siteCount + site] = 1
  })
  return { isOpen, share }
}

/** The sites that a block goes to, with their shares. */
export function sharesOf({ siteCount }: Network, { share }: Decision): SharesOf {
  return (b) => {
    const shares: [number, number][] = []
    for (let site = 0; site < siteCount; site++) {
      const part = share[b * siteCount + site]!
      if (part > 0) shares.push([site, part])
    }
    return shares
  }
}

/**
 * The same decision without the schools that nobody goes to, where closing them costs nothing and breaks no rule: a
 * solver leaves open or closes what makes no difference as it comes.
 */
export function closeIdle(network: Network, { isOpen, share }: Decision): Decision {
  const { siteCount, blocks, mustOpen, runningCost, openAtLeast } = network
  const kept = isOpen.slice()
  let open = kept.reduce((sum, flag) => sum + flag, 0)
  for (let site = siteCount - 1; site >= 0 && open > openAtLeast; site--) {
    if (kept[site] === 0 || mustOpen[site] === 1 || runningCost[site] !== 0) continue
    if (blocks.some((_, b) => share[b * siteCount + site]! > 0)) continue
    kept[site] = 0
    open--
  }
  return { isOpen: kept, share }
}
