import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

type Examples = { default?: readonly string[]; api?: readonly string[] }

async function readFiles(): Promise<Examples[]> {
  const files = globSync('src/{app,modules/*}/example-addresses.ts').toSorted()
  return Promise.all(files.map((file) => import(pathToFileURL(file).href)))
}

/** Pages that each module, and the application, names beside its routes, since nobody else knows what its parameters stand for. */
export const readExamples = async (): Promise<string[]> =>
  (await readFiles()).flatMap((module) => module.default ?? [])

/** Addresses of the API, below its base, that each module names in the same file. */
export const readApiExamples = async (): Promise<string[]> =>
  (await readFiles()).flatMap(({ api = [] }) => api)
