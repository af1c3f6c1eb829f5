import {
  BotAdapter,
  ConversationState,
  type ResourceResponse,
  type Storage,
  type StoreItems,
  TurnContext,
} from 'botbuilder'
// Not through the package's front door: that also loads recognisers nobody here uses, 360 files at every start.
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js'
import { z } from 'zod'
import type { Journey, Moved } from '../conversation/journey.ts'
import type { World } from '../../dialogs/world.ts'
import { type Errand, ERRAND, JourneyDialog, type Move, progressShape } from './journey-dialog.ts'

/** The state botbuilder keeps for one talk; null when no journey is open. */
type DialogState = Readonly<Record<string, unknown>> | null

export interface Open {
  readonly journey: Journey<World>
  readonly progress: z.output<typeof progressShape>
}

/** Runs journeys inside botbuilder dialogs: state in, what happened and state out; no network, no store. */
export interface Host {
  named(id: string): Journey<World> | undefined
  /** The journey that is open, when this release still knows it. */
  open(state: DialogState): Open | undefined
  /** Starts a journey, or with `reopen` one that has ended, at an answer taken back. */
  begin(
    id: string,
    world: World,
    move?: Move,
  ): Promise<{ readonly moved: Moved; readonly state: DialogState }>
  move(
    state: DialogState,
    move: Move,
    world: World,
  ): Promise<{ readonly moved: Moved; readonly state: DialogState }>
}

const stack = z.object({
  dialogs: z.object({ dialogStack: z.array(z.object({ id: z.string(), state: z.unknown() })) }),
})

export function createHost(journeys: readonly Journey<World>[]): Host {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]))
  const dialogs = new Map(journeys.map((journey) => [journey.id, new JourneyDialog(journey)]))
  const read = new WeakMap<object, Open | 'none'>() // a state never changes, and one turn asks often

  async function run(
    id: string,
    state: DialogState,
    errand: Errand,
    act: (dc: DialogContext) => Promise<unknown>,
  ) {
    const storage = new OneTurnStorage(state)
    const conversation = new ConversationState(storage)
    const set = new DialogSet(conversation.createProperty('dialogs'))
    const dialog = dialogs.get(id)
    if (dialog) set.add(dialog) // no journey opens another
    const context = new TurnContext(new SilentAdapter(), activity)
    context.turnState.set(ERRAND, errand)
    await act(await set.createContext(context))
    await conversation.saveChanges(context)
    if (!errand.moved) throw new Error('the open journey did not take the turn')
    return { moved: errand.moved, state: errand.moved.kind === 'ended' ? null : storage.state }
  }

  function open(state: DialogState): Open | undefined {
    if (state === null) return undefined
    const found = read.get(state) ?? openIn(byId, state) ?? 'none'
    read.set(state, found)
    return found === 'none' ? undefined : found
  }

  return {
    named: (id) => byId.get(id),
    open,
    begin: (id, world, move = { kind: 'again' }) =>
      run(id, null, { world, move }, (dc) => dc.beginDialog(id)),
    move: (state, move, world) =>
      run(open(state)?.journey.id ?? '', state, { world, move }, (dc) => dc.continueDialog()),
  }
}

function openIn(byId: ReadonlyMap<string, Journey<World>>, state: DialogState): Open | undefined {
  const read = stack.safeParse(state)
  const top = read.success ? read.data.dialogs.dialogStack.at(-1) : undefined
  const journey = byId.get(top?.id ?? '')
  const progress = progressShape.safeParse(top?.state)
  return journey && progress.success ? { journey, progress: progress.data } : undefined
}

/** botbuilder wants an address on everything; ours is kept by the caller. */
const activity = {
  type: 'message',
  channelId: 'an-sinh',
  from: { id: 'citizen', name: '' },
  recipient: { id: 'bot', name: '' },
  conversation: { id: 'talk', name: '', isGroup: false, conversationType: 'personal' },
}

/** Journeys speak through their results, never through botbuilder. */
class SilentAdapter extends BotAdapter {
  override sendActivities(): Promise<ResourceResponse[]> {
    return Promise.reject(new Error('journeys do not send'))
  }
  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('this bot never edits a message it has sent'))
  }
  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('this bot never deletes a message it has sent'))
  }
  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('outreach does not go through botbuilder'))
  }
}

/** Storage for a single turn, so that the caller can save session, replies and effects in one write. */
class OneTurnStorage implements Storage {
  state: DialogState

  constructor(state: DialogState) {
    this.state = state
  }
  read([key]: string[]): Promise<StoreItems> {
    return Promise.resolve(
      key !== undefined && this.state !== null ? { [key]: structuredClone(this.state) } : {},
    )
  }
  write(changes: StoreItems): Promise<void> {
    const [state] = Object.values(changes) as DialogState[] // botbuilder's StoreItems are untyped; this is its one record
    this.state = state ?? null
    return Promise.resolve()
  }
  delete(): Promise<void> {
    this.state = null
    return Promise.resolve()
  }
}
