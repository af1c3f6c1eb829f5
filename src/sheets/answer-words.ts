import type { FaqEntry } from '../faq/faq-entry.ts'

type Words<V extends string> = Readonly<Record<V, readonly [string, ...string[]]>>

/** What people write for a programme, an audience, a status of an answer; the first is how we write it. */
export const answerWords = {
  programme: {
    voluntary: ['BHXH tự nguyện', 'tự nguyện'],
    compulsory: ['BHXH bắt buộc', 'bắt buộc'],
    'household-health': ['BHYT hộ gia đình', 'hộ gia đình'],
    health: ['BHYT khác', 'BHYT'],
    unemployment: ['Bảo hiểm thất nghiệp', 'BHTN', 'thất nghiệp'],
    pension: ['Hưu trí', 'lương hưu'],
    general: ['Chung'],
  } satisfies Words<FaqEntry['programme']>,
  audience: {
    informal: ['Lao động tự do, nông dân', 'lao động tự do', 'nông dân'],
    worker: ['Công nhân, người làm công', 'công nhân', 'người làm công'],
    student: ['Học sinh, sinh viên', 'học sinh', 'sinh viên'],
    employer: ['Chủ sử dụng lao động', 'chủ sử dụng'],
    officer: ['Cán bộ'],
  } satisfies Words<NonNullable<FaqEntry['audience']>[number]>,
  status: {
    approved: ['Dùng', 'đang dùng', 'có'],
    draft: ['Không dùng', 'tạm dừng', 'không'],
    'in-review': ['Đang rà soát'],
  } satisfies Words<FaqEntry['status']>,
}
