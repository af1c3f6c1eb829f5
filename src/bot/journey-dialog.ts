import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js' // why not the front door: host.ts
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js'
import { z } from 'zod'
import type { Journey, Moved, Progress, Spoken } from '../conversation/journey.ts'
import type { SharedContact } from '../conversation/said.ts'
import type { World } from '../../dialogs/world.ts'

/** What a turn asks of the journey that is open. */
export type Move =
  | { readonly kind: 'answer'; readonly said: Spoken }
  | { readonly kind: 'take-back'; readonly name: string | undefined }
  | { readonly kind: 'again' }
  | { readonly kind: 'take'; readonly contact: SharedContact }
  | { readonly kind: 'told'; readonly known: Progress['answers'] }
  | { readonly kind: 'reopen'; readonly progress: Progress; readonly name: string | undefined }

/** A turn's business with a journey, carried by botbuilder's TurnContext. */
export interface Errand {
  readonly world: World
  readonly move: Move
  moved?: Moved // what the journey answered
}

export const ERRAND = Symbol('errand')
export const progressShape = z.object({ answers: z.record(z.string(), z.unknown()), asking: z.string() })

/**
 * Lets Bot Framework host a Journey: it owns the dialog stack and the saved state, the Journey owns the
 * conversation. This folder is the only one that imports botbuilder, so replacing the SDK means replacing this folder.
 */
export class JourneyDialog extends Dialog {
  readonly #journey: Journey<World>

  constructor(journey: Journey<World>) {
    super(journey.id)
    this.#journey = journey
  }

  override beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#settle(dc, ({ world, move }) =>
      move.kind === 'reopen'
        ? this.#journey.takeBack(move.progress, world, move.name)
        : this.#journey.begin(world, move.kind === 'told' ? move.known : {}),
    )
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const saved = progressShape.safeParse(dc.activeDialog?.state)
    if (!saved.success) return this.beginDialog(dc) // saved by a release too old to read: start over, never crash
    return this.#settle(dc, ({ world, move }) => this.#move(saved.data, move, world))
  }

  #move(progress: z.output<typeof progressShape>, move: Move, world: World): Moved {
    switch (move.kind) {
      case 'answer':
        return this.#journey.answer(progress, move.said, world)
      case 'take':
        return this.#journey.take(progress, move.contact, world) ?? this.#journey.again(progress, world)
      case 'take-back':
        return this.#journey.takeBack(progress, world, move.name)
      case 'again':
      case 'told':
      case 'reopen':
        return this.#journey.again(progress, world)
    }
  }

  #settle(dc: DialogContext, run: (errand: Errand) => Moved): Promise<DialogTurnResult> {
    const errand = dc.context.turnState.get<Errand>(ERRAND)
    const moved = run(errand)
    errand.moved = moved
    if (moved.kind === 'ended') return dc.endDialog()
    if (dc.activeDialog) dc.activeDialog.state = moved.progress
    return Promise.resolve(Dialog.EndOfTurn)
  }
}
