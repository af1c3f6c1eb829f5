import { ConversationState, MemoryStorage, TestAdapter } from 'botbuilder'
import { ComponentDialog, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs'
import { createBot } from '../../src/bot/bot.ts'
import { desk, knowledge } from '../support/talk.ts'
import type { Row } from './row.ts'

const TURNS = 2_000
const ROUNDS = 3
const MOST = 1.5

/** CPU of one journey turn (no search, no store) beside a bare botbuilder two-step dialog on MemoryStorage. */
export async function benchTurn(): Promise<readonly Row[]> {
  const ours = await best(ourTurns)
  const bare = await best(bareTurns)
  const ratio = ours / bare
  const figure = `${ours.toFixed(3)} ms CPU; bare ${bare.toFixed(3)} ms; ${ratio.toFixed(2)} ×`
  return [{ what: 'one journey turn in process', figure, budget: `≤ ${MOST} × bare`, pass: ratio <= MOST }]
}

async function best(run: (turns: number) => Promise<void>): Promise<number> {
  await run(TURNS / 4)
  let least = Infinity
  for (let i = 0; i < ROUNDS; i++) {
    const before = process.cpuUsage()
    await run(TURNS)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000 / TURNS)
  }
  return least
}

/** The same two turns over and over: start the journey, answer its first question. */
async function ourTurns(turns: number): Promise<void> {
  const bot = createBot(knowledge, desk)
  let session: string | undefined
  for (let i = 0; i < turns; i++) {
    const [text, payload] = i % 2 === 0 ? ['Tính', '#go:contribution-quote'] : ['Hộ nghèo', '#c:Hộ nghèo']
    const said = { kind: 'words', text, payload } as const
    const heard = [{ said, sentAt: new Date(i * 30_000) }] as const
    ;({ session } = await bot.runTurn({ heard: [heard[0]], session, today: '2026-11-24', code: '00000001' }))
  }
}

async function bareTurns(turns: number): Promise<void> {
  const conversation = new ConversationState(new MemoryStorage())
  const dialogs = new DialogSet(conversation.createProperty('dialogs'))
  const form = new ComponentDialog('form')
  form.addDialog(
    new WaterfallDialog('steps', [
      (step) => step.prompt('text', 'Bác thuộc diện nào?'),
      (step) => step.endDialog(step.result),
    ]),
  )
  form.addDialog(new TextPrompt('text')) // after the steps: the first dialog added is the one that starts
  dialogs.add(form)
  const adapter = new TestAdapter(async (context) => {
    const dc = await dialogs.createContext(context)
    const { status } = await dc.continueDialog()
    if (status === DialogTurnStatus.empty) await dc.beginDialog('form')
    await conversation.saveChanges(context)
  })
  for (let i = 0; i < turns; i++) await adapter.send(i % 2 === 0 ? 'bắt đầu' : 'hộ nghèo').startTest()
}
