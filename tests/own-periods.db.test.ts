import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { addTallies } from '#modules/indicators'
import { readStanding } from '#modules/indicators.server'
import { findMunicipality } from '#modules/registry.server'
import { findCurrentStrategy } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test } from './support/database.ts'
import { sharedCases } from './support/shared-cases.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izaugsme-periods-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const OBSERVATIONS =
  'series,period,value_kind,number,unit,numerator,denominator,share,distribution,text_lv,text_en,missing,methodology,printed,note_lv,note_en,source,locator'
const INDICATORS =
  'code,position,goal,title_lv,title_en,definition_lv,definition_en,title_unit,unit,direction,value_kind,frequency,about_persons,owner,data_source_lv,data_source_en,legal_basis,data_minimum,retired_on,retired_reason_lv,retired_reason_en,source,locator'

/** A strategy with per cents of two series: half of all at first, and what else is given. */
async function writeFolder(slug: string, given: { figures: string[]; targets: string[]; rule: string[] }) {
  const share = (line: string) => {
    const [series, period, number] = line.split(' ')
    return `${series},${period},share,${number},percent,,,,,,,,,,,,src,`
  }
  const target = (line: string) => {
    const [series, year, value] = line.split(' ')
    return `${series},${year},absolute,${value},percent,,,,src,`
  }
  const files: Record<string, string[]> = {
    'dataset.csv': ['municipality,strategy,public', `${slug},${slug}-periods,yes`],
    'sources.csv': [
      'key,title_lv,title_en,publisher,prepared_from,prepared_to,states_data_to,url',
      'src,Pārskats,Report,,,,,',
    ],
    'strategy.csv': [
      'title_lv,title_en,version,starts_on,ends_on,decision_number,decision_minutes,decided_on,vision_lv,vision_en,mission_lv,mission_en,source,locator',
      'Stratēģija,Strategy,adopted,2022-01-01,2030-12-31,,,2021-12-01,,,,,src,',
    ],
    'goals.csv': ['code,position,title_lv,title_en,aim_lv,aim_en,source,locator', 'M1,1,Mērķis,Goal,,,src,'],
    'indicators.csv': [
      INDICATORS,
      ...[1, 2].map(
        (n) => `${n},${n},M1,Rādītājs ${n},Indicator ${n},,,,percent,up,share,,no,,,,,no,,,,src,`,
      ),
    ],
    'series.csv': ['key,indicator,position,breakdown', '1,1,1,', '2,2,1,'],
    'baselines.csv': ['series,period,recomputed', '1,2021,no', '2,2021,no'],
    'observations.csv': [OBSERVATIONS, ...['1 2021 50', '2 2021 50', ...given.figures].map(share)],
    'targets.csv': [
      'series,target_year,kind,value,unit,printed,note_lv,note_en,source,locator',
      ...given.targets.map(target),
    ],
    'period-rule.csv': ['period,target_year', ...given.rule],
  }
  for (const [name, lines] of Object.entries(files)) {
    await writeFile(join(folder, name), `${lines.join('\n')}\n`)
  }
}

async function standingOf(db: Database, slug: string, period?: string) {
  return readAs(db, THE_PUBLIC, async (tx) => {
    const municipalityId = (await findMunicipality(tx, slug))?.id ?? ''
    const targetSet = (await findCurrentStrategy(tx, municipalityId))?.key ?? ''
    const standing = await readStanding(tx, { municipalityId, targetSet, period })
    const periods = [...new Set(standing.verdicts.map((one) => one.period))].sort()
    return { ...addTallies(standing.verdicts), periods }
  })
}

test('school years and calendar years are judged beside each other, or in one of them', async ({ db }) => {
  await writeFolder('talsu-novads', {
    figures: ['1 2024/2025 70', '2 2025 70'],
    targets: ['1 2025 60', '2 2025 60'],
    rule: ['2024/2025,2025', '2025,2025'],
  })
  await importFolder(db, folder)
  expect(await standingOf(db, 'talsu-novads')).toMatchObject({ met: 2, periods: ['2024/2025', '2025'] })
  expect(await standingOf(db, 'talsu-novads', '2025')).toMatchObject({ met: 1, notEvaluable: 1 })
  const site = await openBuiltSite(db)
  const page = async (path: string) => (await site(path)).text()
  expect(await page('/talsu-novads')).toContain('Katru rezultātu vērtē pēc jaunākā skaitļa')
  const list = await page('/en/talsu-novads/raditaji')
  expect(list).toContain('2 results in all')
  expect(list).toContain('2024/2025</span>')
})

test('a later year in the rule does not empty the overview', async ({ db }) => {
  await writeFolder('preilu-novads', {
    figures: ['1 2024/2025 65', '2 2024/2025 55'],
    targets: ['1 2025 60', '1 2027 70', '2 2025 60', '2 2027 70'],
    rule: ['2024/2025,2025', '2026/2027,2027'],
  })
  await importFolder(db, folder)
  expect(await standingOf(db, 'preilu-novads')).toMatchObject({ met: 1, missed: 1, periods: ['2024/2025'] })
  const site = await openBuiltSite(db)
  expect(await (await site('/preilu-novads')).text()).toContain('stāvoklis 2024./2025. mācību gadā')
})

test('a plan with only a final target is judged on the way, without a rule too', async ({ db }) => {
  await writeFolder('ludzas-novads', {
    figures: ['1 2023 60', '2 2024-Q3 51', '2 2024 52'],
    targets: ['1 2030 77', '2 2030 77'],
    rule: [],
  })
  await importFolder(db, folder)
  expect(await standingOf(db, 'ludzas-novads')).toMatchObject({
    onTrack: 1,
    offTrack: 1,
    periods: ['2023', '2024'],
  })
  const site = await openBuiltSite(db)
  const list = await (await site('/en/ludzas-novads/raditaji')).text()
  expect(list).toContain('meet their targets or are on track')
})

test.skipIf(sharedCases === undefined)(
  'a national framework with one target year of its own for nearly all (cases beside the project)',
  async ({ db }) => {
    await importFolder(db, join(sharedCases ?? '', 'R01-canada'))
    const standing = await standingOf(db, 'jelgavas-novads')
    expect(standing.total).toBe(79)
    // Only those that were never measured again have no result.
    expect(standing.reasons.noResult).toBe(3)
    expect(standing.judged).toBeGreaterThan(60)
  },
)
