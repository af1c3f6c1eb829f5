import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { readChoice } from '../../src/conversation/read-choice.ts'
import type { World } from '../world.ts'

type Wish = 'see' | 'correct' | 'withdraw' | 'erase'
type Sure = 'do' | 'keep'

interface Answers {
  wish: Wish
  sureWithdraw: Sure
  sureErase: Sure
}

const wish = readChoice<Wish>({
  see: ['xem', 'xem du lieu', 'wish.see', 'cho toi xem'],
  correct: ['sua', 'sua thong tin', 'wish.correct', 'dinh chinh'],
  withdraw: ['rut lai', 'rut lai dong y', 'wish.withdraw', 'khong cho goi nua', 'dung goi toi nua'],
  erase: ['xoa', 'xoa het', 'xoa du lieu', 'wish.erase', 'xoa thong tin'],
})
const sure = (what: string) =>
  readChoice<Sure>({
    do: [`${what}.do`, what === 'sureErase' ? 'xoa het' : 'rut lai', 'co'],
    keep: [`${what}.keep`, 'giu lai', 'giu nguyen', 'khong', 'thoi'],
  })

/** "Dữ liệu của tôi": see, correct, withdraw, erase, each with a receipt (Law 91/2025/QH15; Decree 356/2025/NĐ-CP). */
export const myData = defineJourney<Answers, 'seen' | 'correct' | 'withdrawn' | 'erased' | 'kept', World>({
  id: 'my-data',

  questions: {
    wish: {
      choices: () => ['see', 'correct', 'withdraw', 'erase'].map((name) => ({ key: `wish.${name}` })),
      read: ({ text, payload }) => wish(payload ?? text) ?? wish(text),
    },
    sureWithdraw: sureQuestion('sureWithdraw'),
    sureErase: sureQuestion('sureErase'),
  },

  ends: { seen: [], correct: [], withdrawn: [], erased: [], kept: [] },

  next({ wish: wanted, sureWithdraw, sureErase }) {
    if (wanted === undefined) return ask('wish')
    if (wanted === 'see')
      return end('seen', {}, { effects: [{ do: 'show-my-data' }], offers: ['my-data', 'menu'] })
    if (wanted === 'correct') return end('correct', {}, { offers: ['request-callback', 'person'] })
    const isSure = wanted === 'withdraw' ? sureWithdraw : sureErase
    if (isSure === undefined) return ask(wanted === 'withdraw' ? 'sureWithdraw' : 'sureErase')
    if (isSure === 'keep') return end('kept', {}, { offers: ['menu'] })
    const effects = [{ do: 'data-request' as const, kind: wanted }]
    return end(wanted === 'withdraw' ? 'withdrawn' : 'erased', {}, { effects })
  },
})

/** Two equal buttons: nothing is done on anything but a clear yes. */
function sureQuestion(name: 'sureWithdraw' | 'sureErase') {
  const read = sure(name)
  return {
    choices: () => [{ key: `${name}.do` }, { key: `${name}.keep` }],
    read: ({ text, payload }: { text: string; payload?: string }) => read(payload ?? text) ?? read(text),
  }
}
