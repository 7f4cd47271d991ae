/** What the operator has said of an installation, and which version it is. */
export type SiteFacts = {
  /** Where the public finds it: `https://izaugsme.example.lv`; undefined while nobody has said. */
  address?: string | undefined
  /** Who runs it. */
  operator?: string | undefined
  /** Address of e-mail of whoever answers for it. */
  contact?: string | undefined
  postalAddress?: string | undefined
  version?: string | undefined
}

/** An address of ours as others can open it; as a path where nobody has said where we are. */
export const absolute = ({ address = '' }: SiteFacts, path: string): string => `${address}${path}`
