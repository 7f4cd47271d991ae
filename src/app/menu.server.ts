import { countryPagesFor } from '#modules/work.server'
import type { Speech } from '#platform/i18n.tsx'
import { WORK_GROUPS, type WorkMenuEntry } from '#platform/module.ts'
import type { LinkGroup } from '#platform/ui/menu-groups.tsx'
import type { SiteLink } from '#platform/ui/site.tsx'
import { mayAnywhere, type User } from '#platform/users.ts'
import { modules } from './modules.server.ts'
import { loadingsOf } from './read-folder.server.ts'

const sections = modules.flatMap(({ menu }) => menu ?? []).toSorted((a, b) => a.position - b.position)

/** Sections of a municipality, in the order in which a reader goes through them. */
export const municipalityMenu = ({ text, path }: Pick<Speech, 'text' | 'path'>, slug: string): SiteLink[] =>
  sections.map(({ address, label }) => ({ address: path(`/${slug}${address}`), label: text(label) }))

/** Whoever may load something of any module. */
const dataEntry: WorkMenuEntry = {
  address: '/dati',
  label: 'app.data.menu',
  group: 'data',
  position: 70,
  capabilities: [...new Set(loadingsOf('municipality').map(({ capability }) => capability))],
}

/** The application's own page among those of the modules. */
const accounts: WorkMenuEntry = {
  address: '/konti',
  label: 'app.accounts.list',
  group: 'people',
  position: 85,
  capabilities: ['platform.account.read'],
}
/** How the installation is. */
const system: WorkMenuEntry = {
  address: '/sistema',
  label: 'app.system.title',
  group: 'people',
  position: 95,
  capabilities: ['platform.operate'],
}
/** Pages of a municipality's workplace, in their order. */
export const workplaces: readonly WorkMenuEntry[] = [
  ...modules.flatMap(({ workMenu }) => workMenu ?? []),
  dataEntry,
  accounts,
].toSorted((a, b) => a.position - b.position)
/** Pages of the country's administrators, in their order. */
export const countryPages: readonly WorkMenuEntry[] = [
  ...modules.flatMap(({ countryMenu }) => countryMenu ?? []),
  accounts,
  system,
].toSorted((a, b) => a.position - b.position)

/** Pages of a municipality's workplace on which a person can do something, by what they are for. */
export const workMenu = (
  { text, path }: Pick<Speech, 'text' | 'path'>,
  { id, slug }: { id: string; slug: string },
  user: User,
): LinkGroup[] => {
  const able = workplaces.filter(({ capabilities }) =>
    capabilities.some((capability) => mayAnywhere(user, capability, id)),
  )
  const groups = Map.groupBy(able, ({ group }) => group)
  return WORK_GROUPS.filter((group) => groups.has(group)).map((group) => ({
    key: group,
    label: text(`app.work.group.${group}`),
    links: (groups.get(group) ?? []).map(({ address, label }) => ({
      address: path(`/darbs/${slug}${address}`),
      label: text(label),
    })),
  }))
}

/** Pages about the whole country on which a person can do something. */
export const countryMenu = ({ text, path }: Pick<Speech, 'text' | 'path'>, user: User): SiteLink[] =>
  countryPagesFor(countryPages, user).map(({ address, label }) => ({
    address: path(`/darbs${address}`),
    label: text(label),
  }))
