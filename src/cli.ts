import process from 'node:process'
import { commands } from './cli/run-command.ts'
import { storeCommands } from './cli/store-commands.ts'
import { BadUsage, readArguments } from './cli/usage.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { readDay } from './policy/day.ts'
import { projectRoot } from './project-root.ts'

const [, , name = '', ...given] = process.argv
/** `knowledge` reads files, but for what was published: that is in the store. */
const isOfStore = name === 'knowledge' && ['export', 'import'].includes(given[0] ?? '')
const known = isOfStore ? storeCommands : { ...storeCommands, ...commands }

try {
  const command = Object.hasOwn(known, name) ? known[name] : undefined
  if (!command) throw new BadUsage(`unknown command "${name}"; commands: ${Object.keys(known).join(', ')}`)
  process.exitCode = await command(readArguments(given), {
    root: projectRoot(),
    today: readDay(process.env['BOT_TODAY']) ?? dayInVietNam(new Date()),
    input: process.stdin,
    desk: {
      hotline: process.env['HOTLINE'],
      officeHours: process.env['OFFICE_HOURS'] ?? 'trong giờ hành chính',
    },
    print: (line) => void process.stdout.write(`${line}\n`),
  })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof BadUsage ? 2 : 1
}
