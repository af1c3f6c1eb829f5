/** Lower case, no tone marks, "đ" as "d", single spaces: how we compare what people type on a phone. Never for keeping. */
export function fold(said: string): string {
  return said
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
