import { parseArgs } from 'node:util'
import { REPORT_KINDS } from '#modules/publishing.server'
import { ROLES } from '#platform/rights/roles.ts'
import { describeFailure } from '../failure.ts'
import { textIn } from '../texts.server.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import type { Command, Options, Place } from './command.ts'
import { erasePersonCommand, eraseUser } from './erase.ts'
import { exportCommand } from './export.ts'
import { generatePolicies } from './generate.ts'
import { generateCountryCommand } from './generate-country.ts'
import { importCommand } from './import.ts'
import { closeMessage, erase, messages } from './messages.ts'
import { migrateCommand } from './migrate.ts'
import { newFolder } from './new.ts'
import { importPeopleCommand } from './people.ts'
import { protectCommand } from './protect.ts'
import { reportCommand } from './report.ts'
import { restore } from './restore.ts'
import { endUser, giveUserRole, inviteUser, listUsers, recoverUser } from './user.ts'

const commands: Readonly<Record<string, Command>> = {
  new: newFolder,
  import: importCommand,
  check,
  export: exportCommand,
  backup,
  restore,
  'audit verify': audit,
  'db migrate': migrateCommand,
  'db protect': protectCommand,
  'generate policies': generatePolicies,
  'generate country': generateCountryCommand,
  'messages close': closeMessage,
  messages,
  'people import': importPeopleCommand,
  report: reportCommand,
  erase,
  'user list': listUsers,
  'user invite': inviteUser,
  'user role': giveUserRole,
  'user recover': recoverUser,
  'user end': endUser,
  'user erase': eraseUser,
  'person erase': erasePersonCommand,
}

/** Named by the help of commands that give them. */
const ROLE_NAMES = Object.keys(ROLES).join(', ')

/** Wrong use of the command line, as shells expect it. */
export const USAGE = 2

/** Asks somebody else to do a command; undefined when nobody is there. */
export type HandOver = () => Promise<number | undefined>

/**
 * Finds the command that the words name and runs it, or has it run where the database is open already.
 *
 * @returns the exit code
 */
export async function runCommand(
  words: readonly string[],
  place: Place,
  handOver: HandOver = async () => undefined,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      language: { type: 'string', short: 'l' },
      encoding: { type: 'string' },
      withdraw: { type: 'string' },
      head: { type: 'string' },
      format: { type: 'string' },
      replace: { type: 'string' },
      municipalities: { type: 'string' },
      institutions: { type: 'string' },
      pupils: { type: 'string' },
      years: { type: 'string' },
      seed: { type: 'string' },
      role: { type: 'string' },
      institution: { type: 'string' },
      why: { type: 'string' },
      out: { type: 'string' },
      confirm: { type: 'boolean' },
    },
  })
  const { help, language: named, ...options } = values
  const language = named === 'en' ? 'en' : 'lv'
  const text = textIn(language)
  const name = Object.keys(commands).find((one) => `${positionals.join(' ')} `.startsWith(`${one} `))
  const command = name === undefined ? undefined : commands[name]
  if (!name || !command) {
    place.tell(`${text('app.cli.usage')}\n`)
    for (const [known, { summary }] of Object.entries(commands))
      place.tell(`  ${known.padEnd(18)} ${text(summary)}`)
    place.tell(`\n${text('app.cli.options')}`)
    return help ? 0 : USAGE
  }
  const rest = positionals.slice(name.split(' ').length)
  if (help || rest.length !== command.operands.length || !understands(command, options)) {
    const operands = command.operands.map((operand) => ` <${text(operand)}>`)
    const known = (command.options ?? []).map((option) =>
      option === 'confirm' ? ' [--confirm]' : ` [--${option} …]`,
    )
    const usage = `npm run izaugsme -- ${name}${[...operands, ...known].join('')}`
    place.tell(
      `${usage}\n\n${text(command.summary)}\n${text(command.help, { roles: ROLE_NAMES, kinds: REPORT_KINDS.join(', ') })}`,
    )
    return help ? 0 : USAGE
  }
  try {
    const done = command.isAlone ? undefined : await handOver()
    const given = command.options?.includes('language') ? { ...options, language: named } : options
    return done ?? (await command.run(rest, { ...place, language, text }, given))
  } catch (error) {
    const { message, exitCode } = describeFailure(error, text)
    place.complain(message)
    return exitCode
  }
}

const understands = (command: Command, options: Options) =>
  Object.keys(options).every((given) => command.options?.some((known) => known === given))
