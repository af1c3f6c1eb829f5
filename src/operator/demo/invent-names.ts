import type { Chance } from './chance.ts'

const surnames = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Hồ Ngô Cao Lô Vi Kha Moong'.split(' ')
const middles = { women: ['Thị', 'Ngọc', 'Thu', 'Hồng'], men: ['Văn', 'Đình', 'Hữu', 'Xuân'] }
const givens = {
  women: 'Lan Hoa Hương Thắm Nga Oanh Liên Phượng Yến Mai Thuý Hạnh Bình Tâm Vinh'.split(' '),
  men: 'Sơn Hùng Dũng Thắng Lợi Quang Minh Hải Nam Toàn Chiến Đức An Phúc Lộc'.split(' '),
}

/** A person who does not exist, as a list of staff writes one: "Nguyễn Thị Lan". */
export function inventName(chance: Chance): string {
  const sex = chance.happens(0.6) ? 'women' : 'men'
  return [chance.one(surnames), chance.one(middles[sex]), chance.one(givens[sex])].join(' ')
}

/** As a citizen wants to be addressed: "cô Lan". */
export function inventAddress(chance: Chance): string {
  const sex = chance.happens(0.6) ? 'women' : 'men'
  const title = sex === 'women' ? ['cô', 'bác', 'chị'] : ['chú', 'bác', 'anh']
  return `${chance.one(title)} ${chance.one(givens[sex])}`
}

/**
 * Telephone numbers nobody can have: 053 and 054 are prefixes that no Vietnamese operator holds, so a call or a message
 * to one reaches nobody.
 */
export function inventPhone(prefix: '53' | '54', number: number): string {
  return `+84${prefix}${String(number).padStart(7, '0')}`
}
