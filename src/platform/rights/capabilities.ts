import type { Role } from './roles.ts'

/** Every capability of the product. Each module adds its own where it declares them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AllCapabilities {}

/** Something that a person may be allowed to do, such as `indicators.edit`; its first part is the module's name. */
export type Capability = keyof AllCapabilities & string

const holders = new Map<Capability, readonly Role[]>()

/** Capabilities and the roles that hold them. */
export type HeldBy = Readonly<Record<string, readonly Role[]>>

/**
 * Says which capabilities a module knows and which roles hold them. Called once where a module is loaded: a
 * module that is not there gives nobody a right.
 */
export function declareCapabilities(heldBy: HeldBy) {
  for (const [name, roles] of Object.entries(heldBy)) {
    if (!NAME.test(name))
      throw new RangeError(`declareCapabilities: ${name} cannot be part of a setting's name`)
    holders.set(name as Capability, roles)
  }
}

// The database does not tell capitals from small letters in the names of settings.
const NAME = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)+$/

/** Every capability that the loaded modules have declared. */
export const everyCapability = (): Capability[] => [...holders.keys()]

/** What a role may do. */
export const bundleOf = (role: Role): Capability[] =>
  everyCapability().filter((capability) => holders.get(capability)?.includes(role))
