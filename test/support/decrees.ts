import type { DecreeForm, DecreeRow } from '../../src/decrees/form.ts'

/** A made-up decree that raises the base salary; nothing like it exists. */
export const fakeDecree: DecreeForm = {
  rows: [decreeRow({})],
  documents: [
    {
      ...{ number: '1/2027/NĐ-CP', kind: 'Nghị định', title: 'Nghị định thử về mức lương cơ sở' },
      ...{ issuer: 'Chính phủ', issued: '2026-11-20', from: '2027-07-01', replaces: ['161/2026/NĐ-CP'] },
    },
  ],
  read: 'Công báo số 1 năm 2026',
}

export function decreeRow(change: Partial<DecreeRow>): DecreeRow {
  return {
    ...{ name: 'base-salary', kind: 'value', value: '2,8 triệu', from: '2027-07-01', until: '' },
    ...{ certainty: 'single-source', act: '1/2027/NĐ-CP', place: 'Điều 3 khoản 2', note: '' },
    ...{ checkBy: '2027-12-31', ...change },
  }
}
