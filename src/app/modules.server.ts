import { access } from '#modules/access.server'
import { collection } from '#modules/collection.server'
import { findings } from '#modules/findings.server'
import { indicators } from '#modules/indicators.server'
import { people } from '#modules/people.server'
import { portal } from '#modules/portal.server'
import { publishing } from '#modules/publishing.server'
import { registry } from '#modules/registry.server'
import { search } from '#modules/search.server'
import { sources } from '#modules/sources.server'
import { strategy } from '#modules/strategy.server'
import { surveys } from '#modules/surveys.server'
import { work } from '#modules/work.server'
import type { Module } from '#platform/module.ts'

/**
 * Every module, the ground first: a module's rows are written after those of the modules before it. Pages are
 * listed in `routes.ts`, who may use whom in `.dependency-cruiser.cjs`.
 */
export const modules: readonly Module[] = [
  sources,
  registry,
  search,
  findings,
  people,
  work,
  access,
  indicators,
  strategy,
  collection,
  surveys,
  publishing,
  portal,
]
