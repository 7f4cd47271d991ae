/** Where a claim stands on the page of claims. */
export const claimAnchor = (key: string) => `claim-${key}`
