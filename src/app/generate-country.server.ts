import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Municipality } from '#modules/registry'
import { findMunicipalitiesOn, markGenerated } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { Random } from '#platform/generate/random.ts'
import { generatedStrategy, type SheetRows, type World } from '#platform/generate/world.ts'
import { datasetSheets } from '#platform/import/dataset.ts'
import { exampleFile } from '#platform/import/examples.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import { mayKeepPersons } from '#platform/rights/persons.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { COUNTRY, findDataVersions } from '#platform/write/data-version.server.ts'
import { importFolder } from './import.server.ts'
import { modules } from './modules.server.ts'
import { loadingsOf } from './read-folder.server.ts'

/** How large the invented country is: so many municipalities, and so many of the rest in all of them together. */
export type CountrySize = {
  municipalities: number
  institutions: number
  pupils: number
  /** School years that have figures. */
  years: number
  seed: number
}

/** The first school year of the register, and the one whose figures are the last. */
const FIRST_YEAR = 2015
const LAST_YEAR = 2025
export const MOST_YEARS = LAST_YEAR - FIRST_YEAR + 1

/** Nobody invents over what is real: these municipalities have data, and without them there are too few. */
export class TooFewMunicipalities extends Error {
  readonly free: number
  readonly taken: readonly string[]

  constructor(free: number, taken: readonly string[]) {
    super(`only ${free} municipalities are without data`)
    this.free = free
    this.taken = taken
  }
}

export type Generated = { municipalities: Municipality[]; rows: number; hasPersons: boolean }

/**
 * Fills municipalities that have no data with invented ones, the same for the same seed: each module makes its
 * files, which are loaded as any others are, and persons where invented ones may be kept.
 *
 * @throws TooFewMunicipalities before anything is written
 */
export async function generateCountry(
  db: Database,
  size: CountrySize,
  tell: (municipality: Municipality, rows: number) => void = () => undefined,
): Promise<Generated> {
  const chosen = await chooseMunicipalities(db, size)
  const hasPersons = mayKeepPersons(db, { isInvented: true })
  let rows = 0
  for (const [index, municipality] of chosen.entries()) {
    const world = worldOf(municipality, size, index)
    const full = generateRows(world, size.seed)
    await mark(db, municipality, size.seed)
    const { added } = await load(db, full)
    const persons = hasPersons ? await writePersons(db, municipality, full, size.seed) : 0
    rows += added + persons
    tell(municipality, added + persons)
  }
  return { municipalities: chosen, rows, hasPersons }
}

async function chooseMunicipalities(db: Database, { municipalities, seed }: CountrySize) {
  const { all, versions } = await readAs(db, THE_PUBLIC, async (tx) => ({
    all: await findMunicipalitiesOn(tx, `${LAST_YEAR}-09-01`),
    versions: await findDataVersions(tx),
  }))
  const free = all.filter(({ id }) => !versions.has(id))
  if (free.length < municipalities) {
    const taken = all.filter(({ id }) => versions.has(id)).map(({ slug }) => slug)
    throw new TooFewMunicipalities(free.length, taken)
  }
  const bySlug = free.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  return new Random(String(seed)).shuffle(bySlug).slice(0, municipalities)
}

/** The share of one municipality in what there is altogether. */
function worldOf({ slug, name }: Municipality, size: CountrySize, index: number): World {
  const share = (total: number) =>
    Math.floor((total * (index + 1)) / size.municipalities) -
    Math.floor((total * index) / size.municipalities)
  const years = Array.from({ length: size.years }, (_, year) => LAST_YEAR - size.years + 1 + year)
  return {
    municipality: { slug, name },
    strategy: generatedStrategy(slug, LAST_YEAR - 3, LAST_YEAR + 2),
    years,
    institutions: share(size.institutions),
    pupils: share(size.pupils),
    rows: {},
  }
}

/** The world with what every module makes of it, the ground first. */
export function generateRows(world: World, seed: number): World {
  const dataset = { municipality: world.municipality.slug, strategy: world.strategy, public: 'yes' }
  let rows: SheetRows = { dataset: [dataset] }
  for (const { name, generates } of modules) {
    const random = new Random(`${seed}/${world.municipality.slug}/${name}`)
    rows = { ...rows, ...generates?.sheets?.({ ...world, rows }, random) }
  }
  return { ...world, rows }
}

/** The files of a world by their names. */
export function generatedFiles({ rows }: World): Map<string, string> {
  const sheets: Record<string, Sheet> = Object.assign(
    { ...datasetSheets },
    ...loadingsOf('municipality').map((loading) => loading.sheets),
  )
  return new Map(
    Object.entries(rows).map(([name, ofSheet]) => {
      const sheet = sheets[name]
      if (!sheet) throw new RangeError(`generatedFiles: no sheet is called ${name}`)
      return [sheet.file, exampleFile(sheet, { about: 'app.sheet.dataset', rows: ofSheet })]
    }),
  )
}

async function load(db: Database, world: World) {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-generated-'))
  try {
    for (const [file, content] of generatedFiles(world)) await writeFile(join(folder, file), content)
    return await importFolder(db, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Before there is anything to be seen. */
async function mark(db: Database, { id, slug }: Municipality, seed: number) {
  const what = { stream: 'register', origin: 'command', action: 'municipality.generated' } as const
  const intent = { ...what, municipalityId: COUNTRY, subject: slug, isPublic: true, at: new Date() }
  await inChange(db, operator(), intent, async (tx, change) => {
    await markGenerated(tx, id, seed)
    change.counts.changed += 1
  })
}

async function writePersons(db: Database, { id, slug }: Municipality, world: World, seed: number) {
  const what = { stream: 'people', origin: 'command', action: 'persons.generated' } as const
  const intent = { ...what, municipalityId: id, subject: slug, isPublic: false, at: new Date() }
  const { added } = await inChange(
    db,
    operator(id),
    intent,
    async (tx, change) => {
      for (const { name, generates } of modules)
        await generates?.persons?.(tx, change, world, new Random(`${seed}/${slug}/${name}/persons`))
    },
    { municipalityId: id },
  )
  return added
}
