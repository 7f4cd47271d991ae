import type { Speech } from '#platform/i18n.tsx'
import type { SiteLink } from '#platform/ui/site.tsx'
import { modules } from './modules.server.ts'

const sections = modules.flatMap(({ menu }) => menu ?? []).toSorted((a, b) => a.position - b.position)

/** Sections of a municipality, in the order in which a reader goes through them. */
export const municipalityMenu = ({ text, path }: Pick<Speech, 'text' | 'path'>, slug: string): SiteLink[] =>
  sections.map(({ address, label }) => ({ address: path(`/${slug}${address}`), label: text(label) }))
