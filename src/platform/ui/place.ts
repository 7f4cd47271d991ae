import { createContext } from 'react'
import type { SiteLink } from './site.tsx'

/** Pages above a page, each with how it is called; one without an address has no page of its own. */
export type Crumb = { label: string; address?: string }

/** Where the pages of a layout stand. */
export type StandingPlace = {
  /** From the country down to what the pages are about. */
  crumbs: readonly Crumb[]
  /** Sections, of which a page below one is a part. */
  sections: readonly SiteLink[]
}

/** Set by the layouts; a page of the country stands below none. */
export const PlaceAbove = createContext<StandingPlace | undefined>(undefined)
