import { parseArgs } from 'node:util'
import { audit } from './commands/audit.ts'
import { check } from './commands/check.ts'
import type { Command, Options } from './commands/command.ts'
import { generatePolicies } from './commands/generate.ts'
import { importCommand } from './commands/import.ts'
import { closeMessage, erase, messages } from './commands/messages.ts'
import { migrateCommand } from './commands/migrate.ts'
import { protectCommand } from './commands/protect.ts'
import { describeFailure } from './failure.ts'
import { textIn } from './texts.server.ts'

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  check,
  'audit verify': audit,
  'db migrate': migrateCommand,
  'db protect': protectCommand,
  'generate policies': generatePolicies,
  'messages close': closeMessage,
  messages,
  erase,
}

/** Wrong use of the command line, as shells expect it. */
const USAGE = 2

/** Finds the command that the words name and runs it. Answers the exit code. */
async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      language: { type: 'string', short: 'l', default: 'lv' },
      encoding: { type: 'string' },
      withdraw: { type: 'string' },
      head: { type: 'string' },
    },
  })
  const { help, language: named, ...options } = values
  const language = named === 'en' ? 'en' : 'lv'
  const text = textIn(language)
  const name = Object.keys(commands).find((one) => `${positionals.join(' ')} `.startsWith(`${one} `))
  const command = name === undefined ? undefined : commands[name]
  if (!name || !command) {
    console.log(`${text('app.cli.usage')}\n`)
    for (const [known, { summary }] of Object.entries(commands))
      console.log(`  ${known.padEnd(18)} ${text(summary)}`)
    console.log(`\n${text('app.cli.options')}`)
    return help ? 0 : USAGE
  }
  const rest = positionals.slice(name.split(' ').length)
  if (help || rest.length !== command.operands.length || !understands(command, options)) {
    const operands = command.operands.map((operand) => ` <${text(operand)}>`)
    const known = (command.options ?? []).map((option) => ` [--${option} …]`)
    const usage = `npm run izaugsme -- ${name}${[...operands, ...known].join('')}`
    console.log(`${usage}\n\n${text(command.summary)}\n${text(command.help)}`)
    return help ? 0 : USAGE
  }
  return command.run(rest, { language, text }, options).catch((error: unknown) => {
    const { message, exitCode } = describeFailure(error, text)
    console.error(message)
    return exitCode
  })
}

const understands = (command: Command, options: Options) =>
  Object.keys(options).every((given) => command.options?.some((known) => known === given))

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return USAGE
})
