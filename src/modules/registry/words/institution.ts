import type { Speech } from '#platform/i18n.tsx'
import type { InstitutionVersion } from '../institution.ts'

/** Who set an institution up: by name, by kind where no name is stated, null where neither is. */
export function sayFounder(
  { founder }: Pick<InstitutionVersion, 'founder'>,
  { text, local }: Pick<Speech, 'text' | 'local'>,
): string | null {
  if (founder.name) return local(founder.name)
  return founder.kind === null ? null : text(`registry.founder.${founder.kind}`)
}

/** The kind of an institution, or that no source states it. */
export const sayType = ({ type }: Pick<InstitutionVersion, 'type'>, { text, local }: Speech): string =>
  type ? local(type.name) : text('registry.institution.noType')
