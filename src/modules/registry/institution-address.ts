/** The page of a municipality's institutions, below its address. */
export const institutionsAddress = '/iestades'

/** The page of one institution, below the address of its municipality: as it was on a day, or today. */
export const institutionAddress = (key: string, on?: string) =>
  `${institutionsAddress}/${key}${on === undefined ? '' : `?on=${on}`}`
