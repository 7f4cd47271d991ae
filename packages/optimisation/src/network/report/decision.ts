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
