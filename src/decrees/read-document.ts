import { readDay } from '../policy/day.ts'
import type { DocumentRegister, LegalDocument } from '../policy/documents.ts'
import type { DecreeDocument } from './form.ts'

const numbered = /\S{3,}/

/** A document that a decree brings, and what is still missing of it. */
export function readDocument(given: DecreeDocument, register: DocumentRegister) {
  const { number, kind, title, issuer, replaces } = given
  const [issued, from] = [readDay(given.issued), readDay(given.from)]
  const unknown = replaces.filter((one) => !register.find(one))
  const faults = [
    ...(numbered.test(number) ? [] : ['Văn bản mới chưa có số hiệu.']),
    ...(register.find(number)
      ? [`Văn bản ${number} đã có trong sổ; bỏ ở phần "Văn bản mới" rồi chọn trong sổ.`]
      : []),
    ...(title.trim().length < 5 ? [`Văn bản ${number}: chưa ghi tên văn bản.`] : []),
    ...(issuer.trim().length < 3 ? [`Văn bản ${number}: chưa ghi cơ quan ban hành.`] : []),
    ...(from === undefined ? [`Văn bản ${number}: chưa ghi ngày có hiệu lực.`] : []),
    ...(issued === undefined ? [`Văn bản ${number}: chưa ghi ngày ban hành.`] : []),
    ...(issued && from && issued > from
      ? [`Văn bản ${number}: ngày ban hành sau ngày có hiệu lực, xem lại hai ngày.`]
      : []),
    ...unknown.map((one) => `Văn bản ${number} thay ${one}, nhưng ${one} không có trong sổ.`),
  ]
  const document: LegalDocument = {
    ...{ number, kind, title: title.trim(), issuer: issuer.trim(), replaces: [...replaces], amends: [] },
    ...(issued && { issued }),
    ...(from && { from }),
  }
  return { document, faults }
}
