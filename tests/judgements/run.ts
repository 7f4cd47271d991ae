// npm run judgements: how many of the known oddities of real cases are found, and how many findings are worth saying.
import { sharedCases } from '../support/shared-cases.ts'
import { canada } from './canada.ts'
import { findInFolder } from './find-in-folder.ts'
import { measure } from './judgement.ts'
import { liepaja } from './liepaja.ts'

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

for (const one of [liepaja, ...(sharedCases ? [canada(sharedCases)] : [])]) {
  const { findings, recall, missed, isTrue, worth, idle, unjudged } = measure(
    await findInFolder(one.folder),
    one,
  )
  console.log(`${one.name}: ${findings} findings, ${percent(isTrue)} true, ${percent(worth)} worth saying`)
  console.log(`  ${percent(recall)} of ${one.oddities.length} known oddities found`)
  for (const what of missed) console.log(`  not found: ${what}`)
  for (const name of idle) console.log(`  not worth saying: ${name}`)
  for (const name of unjudged) console.log(`  not judged yet: ${name}`)
}
