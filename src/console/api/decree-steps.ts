import { maySign } from '../../answers/revision.ts'
import type { DecreeDesk } from '../../decrees/desk.ts'
import { type DecreeForm, emptyRow } from '../../decrees/form.ts'
import type { NotDone, Step } from '../../decrees/ports.ts'
import { labelOf } from '../../decrees/read-decree.ts'
import { type Decree, touchedBy } from '../../decrees/revision.ts'
import type { SignedIn } from '../../staff/account.ts'
import { done, type Handlers, Refused } from './call.ts'
import { asSure, checkAndWeigh, mayGo, mustPass } from './decree-check.ts'
import { shownDecree } from './decree-views.ts'
import type { decreesContract } from './decrees-contract.ts'

type All = Handlers<typeof decreesContract>
type Keys = Extract<keyof All, `POST /decrees${string}` | `${string} /decrees/:id${string}`>

type StepKeys = Exclude<Extract<Keys, `POST /decrees/:id/${string}`>, 'POST /decrees/:id/check'>

const refusals: Readonly<Record<NotDone, readonly [404 | 409, string]>> = {
  gone: [404, 'Không có bản này.'],
  stale: [409, 'Người khác vừa sửa bản này. Anh/chị so hai bản rồi lưu lại.'],
  moved: [409, 'Một bản khác đụng tới đúng con số hoặc văn bản này. Anh/chị xem bản ấy trước.'],
  own: [409, 'Người đã nhập không tự xác nhận. Cần một người khác xác nhận bản này.'],
  'wrong-state': [409, 'Bản này đã qua bước khác. Anh/chị tải lại trang.'],
}

/** A decree's way: begun, saved, checked, sent, signed by another, taken back. */
export function decreeHandlers(desk: DecreeDesk): Pick<All, Keys> {
  return {
    'POST /decrees': async ({ body, who }) => ({ id: (await begin(desk, body, who)).id }),
    'GET /decrees/:id': async ({ params, who }) => {
      const decree = await decreeOf(desk, params.id)
      const { parameters } = desk.law().book
      const labels = decree.form.rows.map(({ name }) => [name, labelOf(name, parameters)] as const)
      return {
        ...{ decree: shownDecree(decree), maySign: maySign(decree, who.login) },
        ...{ isMoved: await isMoved(desk, decree), labels: Object.fromEntries(labels) },
      }
    },
    'PUT /decrees/:id': async ({ params, body: { version, name, form, onto }, who }) => {
      const { id } = await decreeOf(desk, params.id)
      const saved = await desk.decrees.save({ id, version }, { name, form, onto }, who.login)
      return { decree: shownDecree(settled(saved)) }
    },
    'POST /decrees/:id/check': async ({ params }) => checkAndWeigh(desk, await decreeOf(desk, params.id)),
    ...stepHandlers(desk),
  }
}

function stepHandlers(desk: DecreeDesk): Pick<All, StepKeys> {
  const step = async (id: string, version: number, taken: Step, { login }: SignedIn) => {
    settled(await desk.decrees.step({ id: Number(id), version }, taken, login))
    return done
  }
  return {
    'POST /decrees/:id/submit': async ({ params, body, who }) => {
      mustPass(desk, await decreeOf(desk, params.id))
      return step(params.id, body.version, { do: 'submit' }, who)
    },
    'POST /decrees/:id/return': ({ params, body: { version, note }, who }) =>
      step(params.id, version, { do: 'return', note }, who),
    'POST /decrees/:id/approve': async ({ params, body: { version, secondRead }, who }) => {
      const decree = await decreeOf(desk, params.id)
      if (!maySign(decree, who.login)) settled('own')
      const again = secondRead.length < 5 ? undefined : secondRead
      const change = asSure(mustPass(desk, decree), again)
      await step(params.id, version, { do: 'approve', change, secondRead: again }, who)
      await desk.published()
      return done
    },
    'POST /decrees/:id/reopen': ({ params, body, who }) =>
      step(params.id, body.version, { do: 'reopen' }, who),
    'POST /decrees/:id/drop': ({ params, body, who }) => step(params.id, body.version, { do: 'drop' }, who),
    'POST /decrees/:id/take-back': async ({ params, body: { version, why }, who }) => {
      await mayGo(desk, await decreeOf(desk, params.id))
      await step(params.id, version, { do: 'take-back', why }, who)
      await desk.published()
      return done
    },
  }
}

/** Was another decree that touches the same published or taken back since its author looked? */
async function isMoved({ decrees }: DecreeDesk, { id, form, seen, state }: Decree): Promise<boolean> {
  if (state !== 'draft' && state !== 'submitted') return false
  return decrees.movedSince({ id, touched: touchedBy(form), seen })
}

async function decreeOf(desk: DecreeDesk, id: string): Promise<Decree> {
  const found = /^\d{1,12}$/.test(id) ? await desk.decrees.find(Number(id)) : undefined
  return found ?? settled('gone')
}

function settled(made: Decree | NotDone): Decree {
  if (typeof made !== 'string') return made
  throw new Refused(...refusals[made])
}

/** For one number, or once more what was entered before. */
async function begin(
  desk: DecreeDesk,
  { parameter, like }: { readonly parameter?: string | undefined; readonly like?: number | undefined },
  { login }: SignedIn,
): Promise<Decree> {
  if (like !== undefined) {
    const { name, form } = await decreeOf(desk, String(like))
    return desk.decrees.begin(name, form, login)
  }
  const { parameters } = desk.law().book
  if (parameter === undefined || !parameters.some(({ name }) => name === parameter))
    throw new Refused(422, 'Anh/chị chọn một con số.', 'parameter')
  const form: DecreeForm = { rows: [emptyRow(parameter)], documents: [], read: '' }
  return desk.decrees.begin(labelOf(parameter, parameters), form, login)
}
