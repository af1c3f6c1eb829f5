const kinds = ['Tỉnh', 'Thành phố', 'Thị xã', 'Thị trấn', 'Huyện', 'Quận', 'Phường', 'Xã', 'Đặc khu', 'TP.']

/** "Huyện Nam Đàn" → core "Nam Đàn", kind "huyện"; numbered ones keep their kind: "Quận 1", "Phường 12". */
export function nameParts(name: string): { readonly core: string; readonly kind: string } {
  const kind = kinds.find((one) => name.startsWith(`${one} `)) ?? ''
  const core = kind === '' ? name : name.slice(kind.length + 1)
  return { core: /^\d+$/.test(core) ? name : core, kind: kind.toLowerCase() }
}
