import type { Dice } from './dice.ts'

/** What a person says, and what its answer must hold. */
export interface Line {
  readonly says: string
  readonly answer: string
}
export type Play = readonly Line[]

const lines = (...pairs: readonly (readonly [says: string, answer: string])[]): Play =>
  pairs.map(([says, answer]) => ({ says, answer }))

const hello = lines(['menu', 'Bác muốn hỏi gì'])

const contribution = (says: string, answer: string) =>
  lines(
    ['tính bhxh tự nguyện', 'thuộc diện nào'],
    ['hộ nghèo', 'làm căn cứ đóng'],
    [says, 'theo kỳ nào'],
    ['hằng tháng', answer],
  )

const household = lines(
  ['tính bhyt hộ gia đình', 'có mấy người'],
  ['4 người', 'mua cho mấy tháng'],
  ['12 tháng', '3.825.360 đồng'],
)

const questions: readonly [Line, ...Line[]] = [
  { says: 'mức đóng bhxh tự nguyện thấp nhất là bao nhiêu', answer: 'Mức đóng thấp nhất là' },
  { says: 'bao nhiêu tuổi thì được nghỉ hưu', answer: 'tuổi nghỉ hưu của nam' },
  { says: 'gia hạn thẻ bhyt ở đâu', answer: 'Bác gia hạn được ngay trên điện thoại' },
  { says: 'trợ cấp thất nghiệp được bao nhiêu tháng', answer: '60% mức lương bình quân' },
]

const plays: readonly [Play, ...Play[]] = [
  contribution('2 triệu', '275.000 đồng'),
  contribution('3 triệu', '495.000 đồng'),
  household,
]

/** A call-back, with a phone of their own: it ends with the code of a lead. What was talked of before is not asked again. */
const callBack = (phone: string, isProgrammeKnown: boolean): Play => {
  const programme = isProgrammeKnown ? [] : lines(['bhyt hộ gia đình', 'băn khoăn điều gì'])
  return [
    ...lines(
      ['nhờ người gọi lại', 'cho bác hay cho người nhà'],
      ['cho tôi', 'mười tám tuổi'],
      ['đủ rồi', 'Bác xem, sửa, xoá'],
      ['tôi đồng ý', 'xưng hô'],
      ['cô Lan', 'số điện thoại để nhân viên gọi'],
      [phone, 'Đúng chưa ạ'],
      ['đúng rồi', 'xã, phường nào'],
      ['xa kim lien', 'nghe máy lúc nào'],
      ['buoi sang', isProgrammeKnown ? 'băn khoăn điều gì' : 'hỏi về loại nào'],
    ),
    ...programme,
    ...lines(['sợ tốn tiền', 'Mã phiếu']),
  ]
}

/** A talk of about so many lines; with a phone there is a call-back in it, once. */
export function newTalk(dice: Dice, length: number, phone: string | undefined): Play {
  const talk: Line[] = [...hello]
  const callAt = phone === undefined ? Infinity : dice.between(0, Math.max(0, length - 14))
  let [called, isProgrammeKnown] = [false, false]
  while (talk.length < length || (phone !== undefined && !called)) {
    const calls: boolean = !called && talk.length >= callAt
    talk.push(...(calls ? callBack(phone ?? '', isProgrammeKnown) : dice.pick(plays)), ...hello)
    called ||= calls
    isProgrammeKnown ||= !calls
    if (dice.chance(0.5)) talk.push(dice.pick(questions), ...hello)
  }
  return talk
}

/** Independent questions, said in one go. */
export function newBurst(dice: Dice, length: number): Play {
  const from = dice.between(0, questions.length - 1)
  return Array.from({ length }, (_, i) => questions[(from + i) % questions.length] ?? questions[0])
}
