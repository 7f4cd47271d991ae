import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Folders of cases beside the repository, as far as they are there; undefined where they are not. */
export const sharedCases = ['../shared/cases', '../../shared/cases']
  .map((path) => resolve(path))
  .find(existsSync)
