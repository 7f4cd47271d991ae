import { createContext } from 'react'
import type { LocalText } from '../texts/text.ts'
import type { SiteLink } from './site.tsx'

/** Pages above a page, each with how it is called; one without an address has no page of its own. */
export type Crumb = { label: string; address?: string }

/** What is known of the data that pages of a place show. */
export type DataOfPlace = {
  /** Whose data they are. */
  name: LocalText
  /** Code of its territory. */
  code: string
  /** Day on which they last changed; undefined while there are none. */
  updated: string | undefined
  /** Day by which new ones are asked for; undefined where nobody has been asked. */
  next: string | undefined
  /** What the plan covers that they are about. */
  period: { startsOn: string; endsOn: string } | undefined
}

/** Where the pages of a layout stand. */
export type StandingPlace = {
  /** From the country down to what the pages are about. */
  crumbs: readonly Crumb[]
  /** Sections, of which a page below one is a part. */
  sections: readonly SiteLink[]
  /** Absent where pages show no data. */
  data?: DataOfPlace | undefined
}

/** Set by the layouts; a page of the country stands below none. */
export const PlaceAbove = createContext<StandingPlace | undefined>(undefined)
