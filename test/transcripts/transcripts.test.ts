import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseTranscript, writeTranscript } from '../../src/cli/transcript.ts'
import { startTalk } from '../support/talk.ts'

const folder = import.meta.dirname
const updating = process.env.UPDATE_TRANSCRIPTS === '1'

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  test(file, async () => {
    const written = readFileSync(join(folder, file), 'utf8')
    const { today, hour, head, lines } = parseTranscript(written)
    const talker = startTalk(today, undefined, hour)
    const turns = []
    for (const line of lines) turns.push({ line, scene: await talker.play(line) })

    const spoken = writeTranscript(head, turns)
    if (updating) writeFileSync(join(folder, file), spoken)
    else expect(spoken, 'nếu thay đổi này là chủ ý: npm run transcripts:update').toBe(written)
  })
}
