const WHY_WORDS = 9
const thisNumber = '(?:so|con so|so tien|tien|muc|ket qua|cai so)(?: nay| do| ay| kia| vay| the| ne)'
const howCome = [
  `\\bsao (?:lai |ma |no )*(?:tinh )?(?:ra |thanh |co |la |duoc )*${thisNumber}\\b`,
  `\\b(?:ra|thanh|co) ${thisNumber} (?:the nao|kieu gi|sao|o dau|tu dau)`,
  `${thisNumber} (?:o dau|tu dau|lam sao)(?: ma)? (?:ra|co)\\b`,
  '\\bsao (?:lai |ma |no )*(?:ra |thanh |la |co |toi |nhung |den )*\\d[\\d ]*(?:k|tr|trieu|nghin|ngan|dong|cu|phan tram|nam|thang|tuoi)?(?: vay| the| lan)?$',
].map((pattern) => new RegExp(pattern))

/** "Tại sao lại ra số đó", "con số này ở đâu ra", "vì sao lại 22%": about what we have just said. Folded words. */
export function asksWhy(words: string): boolean {
  return words.split(' ').length <= WHY_WORDS && howCome.some((pattern) => pattern.test(words))
}
