import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'

/** One file in so many is mutated, because all of them would take hours. */
export const ONE_IN = { statistics: 3, psychometrics: 6, disclosure: 4, optimisation: 5 } as const

/** A package that can be mutated. */
export type PackageName = keyof typeof ONE_IN

/** Type guard for names typed by hand. */
export function isPackageName(name: string): name is PackageName {
  return Object.hasOwn(ONE_IN, name)
}

/** Files of a package that hold code of its users, tests and their helpers left out. */
export function sourceFiles(name: PackageName): string[] {
  return globSync(`packages/${name}/src/**/*.ts`)
    .filter((file) => !/\.test\.ts$|\/testing\/|\/conformance|\/index\.ts$/.test(file))
    .sort()
}

/**
 * The files of a package to mutate: those whose path has a SHA-256 divisible by the number in {@link ONE_IN}.
 * Nobody picks them, and they stay the same when other files come and go.
 */
export function sampledFiles(name: PackageName): string[] {
  return sourceFiles(name).filter((file) => {
    const digest = createHash('sha256').update(file).digest()
    return digest.readUInt32BE(0) % ONE_IN[name] === 0
  })
}
