import type { CollectionAgent, DemoPlaces } from '../../src/places/place-files.ts'

/** Three agents: A covers both communes, B only Thành Vinh, C is away. */
export function demo(changes: Partial<CollectionAgent> = {}): DemoPlaces {
  const agent = (id: string, more: Partial<CollectionAgent>): CollectionAgent => ({
    id,
    name: `Nhân viên Phiếu ${id.toUpperCase()}`,
    phone: '0911000111',
    organisation: 'Bưu điện (mẫu)',
    communes: ['16681'],
    point: 'diem-1',
    cardNumber: '0001',
    trainedUntil: '2099-12-31',
    status: 'active',
    ...more,
    ...changes,
  })
  return {
    province: '40',
    invented: true,
    points: [
      {
        id: 'diem-1',
        name: 'Điểm thu 1',
        commune: '16681',
        address: 'Nhà mẫu 1',
        hours: 'Giờ hành chính',
        organisation: 'Bưu điện (mẫu)',
        status: 'active',
      },
    ],
    agents: [
      agent('a', { communes: ['16681', '16690'] }),
      agent('b', { phone: '0911000222' }),
      agent('c', { status: 'inactive' }),
    ],
    offices: [],
  }
}
