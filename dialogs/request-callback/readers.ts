import { readChoice } from '../../src/conversation/read-choice.ts'

const choice = readChoice

export const readForWhom = choice({
  self: ['cho tôi', 'cho mình', 'cho bản thân', 'cho em', 'cho bác', 'tôi', 'bản thân'],
  parent: [
    'cho bố mẹ',
    'cho bố',
    'cho mẹ',
    'cho ba',
    'cho má',
    'cho ba má',
    'bố mẹ',
    'mẹ tôi',
    'bố tôi',
    'cho người nhà',
    'người nhà',
  ],
  spouse: ['cho vợ', 'cho chồng', 'cho vợ chồng', 'vợ tôi', 'chồng tôi', 'cho ông xã', 'cho bà xã'],
  child: ['cho con', 'cho cháu', 'con tôi', 'cho con tôi', 'cho con trai', 'cho con gái'],
})
export const readAdult = choice({
  yes: ['đủ', 'đủ 18 tuổi', 'đã đủ', 'đủ rồi', 'trên 18', 'hơn 18'],
  no: ['chưa đủ', 'chưa đủ 18 tuổi', 'dưới 18'],
})
export const readContact = choice({
  writer: ['gọi cho tôi', 'gọi tôi', 'gọi bác', 'cho tôi', 'tôi', 'gọi em', 'gọi mình'],
  beneficiary: [
    'gọi người nhà',
    'gọi thẳng',
    'gọi thẳng người nhà',
    'gọi mẹ',
    'gọi bố',
    'gọi vợ',
    'gọi chồng',
    'người nhà',
  ],
})
export const readChat = choice({
  chat: [
    'nhắn tôi ở đây',
    'nhắn ở đây',
    'nhắn tin ở đây',
    'nhắn ở đây thôi',
    'liên hệ qua zalo này',
    'qua zalo này',
    'liên hệ qua đây',
    'nhắn qua đây',
    'nhắn zalo này',
    'không có số điện thoại',
  ],
})
export const readRight = choice({ yes: ['đúng số này', 'đúng rồi'], no: ['nhập lại số', 'sai số'] })
export const readProgramme = choice({
  voluntary: ['bhxh tự nguyện', 'bảo hiểm xã hội tự nguyện', 'tự nguyện', 'bhxh', 'lương hưu'],
  'household-health': ['bhyt hộ gia đình', 'bhyt gia đình', 'bảo hiểm y tế', 'bhyt', 'thẻ bhyt', 'y tế'],
  general: ['chưa rõ', 'chưa biết', 'cả hai', 'cái nào cũng được'],
})
export const readWorry = choice({
  cost: ['sợ tốn tiền', 'tốn tiền', 'tiền đâu đóng', 'không có tiền', 'đắt', 'sợ không theo nổi'],
  years: ['sợ không đủ năm', 'không đủ năm', 'già rồi', 'lớn tuổi rồi', 'muộn quá'],
  benefit: ['chưa rõ được gì', 'được lợi gì', 'được gì', 'không biết được gì'],
  paperwork: ['ngại giấy tờ', 'giấy tờ', 'thủ tục', 'rắc rối'],
  trust: ['sợ bị lừa', 'sợ lừa', 'sợ mất tiền', 'không tin'],
  expiring: ['thẻ sắp hết hạn', 'sắp hết hạn', 'thẻ hết hạn', 'hết hạn rồi'],
  none: ['không lo gì', 'không có gì', 'không', 'không lo'],
})
