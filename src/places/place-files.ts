import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày kiểu 2026-11-22')
const provinceCode = z.string().regex(/^\d{2}$/, 'mã tỉnh gồm hai chữ số, viết trong ngoặc kép: "40"')
const communeCode = z.string().regex(/^\d{5}$/, 'mã xã gồm năm chữ số, viết trong ngoặc kép: "16681"')
const name = z.string().min(2)
const names = z.array(name).default([])

/** knowledge/places/provinces.yaml */
export const provincesFile = z.strictObject({
  checked: day,
  provinces: z
    .array(
      z.strictObject({
        code: provinceCode,
        name,
        also: names,
        formerly: z.array(z.strictObject({ name, also: names })).default([]),
      }),
    )
    .length(34, 'phải đủ 34 tỉnh, thành phố'),
})

const phone = z.string().regex(/^0\d{9,10}$/, 'số điện thoại viết liền, bắt đầu bằng 0, trong ngoặc kép')
const id = z.string().regex(/^[a-z0-9-]+$/)
const status = z.enum(['active', 'inactive'])

const point = z.strictObject({
  id,
  name,
  commune: communeCode,
  address: name,
  hours: name,
  organisation: name,
  status,
})
const agent = z.strictObject({
  id,
  name,
  phone,
  organisation: name,
  communes: z.array(communeCode).min(1),
  point: id,
  cardNumber: z.string().min(4),
  trainedUntil: day,
  status,
})
const office = z.strictObject({
  id,
  name,
  commune: communeCode,
  address: name,
  hours: name,
  phone,
  communes: z.array(communeCode),
})

/** knowledge/places/<province>.demo.yaml: invented agents, points and offices for trying the product out. */
export const demoFile = z.strictObject({
  province: provinceCode,
  invented: z.literal(true, 'tệp dữ liệu mẫu phải ghi invented: true'),
  points: z.array(point).min(1),
  agents: z.array(agent).min(1),
  offices: z.array(office).min(1),
})

export type CollectionAgent = z.output<typeof agent>
export type DemoPlaces = z.output<typeof demoFile>
