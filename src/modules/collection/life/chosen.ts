import type { Chosen } from './accept-many.service.server.ts'

/** Name of the box that is ticked for an institution; its value says which version and decision were seen. */
export const CHOSEN = 'iestade'

/** The institutions that were ticked, as `key 2.1`: key, version, number of the last decision. */
export function readChosen(fields: readonly (readonly [name: string, value: string])[]): Chosen[] {
  return fields.flatMap(([name, value]) => {
    const [, institution, version, decision] = /^(\S+) (\d{1,6})\.(\d{1,6})$/.exec(value) ?? []
    return name === CHOSEN && institution
      ? [{ institution, version: Number(version), decision: Number(decision) }]
      : []
  })
}

export const writeChosen = ({ institution, version, decision }: Chosen) =>
  `${institution} ${version}.${decision}`
