/** The page of a municipality's institutions, below its address. */
export const institutionsAddress = '/iestades'

/** The page that leads to one's own institution, below the address of a municipality or of the country. */
export const ownInstitutionAddress = '/mana-iestade'

/** What people ask for when they mean that page. */
export const OWN_INSTITUTION_CALLED = [
  'mana skola',
  'mans bērnudārzs',
  'mana pirmsskola',
  'mana iestāde',
  'my school',
  'my kindergarten',
]

/** The page of one institution, below the address of its municipality: as it was on a day, or today. */
export const institutionAddress = (key: string, on?: string) =>
  `${institutionsAddress}/${key}${on === undefined ? '' : `?on=${on}`}`
