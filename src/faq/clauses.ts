const BOUNDARY = /[.!;\n…]+(?=\s|$)|\?+|,(?!\d)|(?:^|\s)(?:\d{1,2}[.)]|[-–+•])\s/u

/** A message cut at full stops, question marks, commas and list numbers. Placeholders such as "[số]" are left out. */
export function clauseTexts(
  text: string,
): readonly { readonly text: string; readonly questionMark: boolean }[] {
  const whole = text.replace(/\[[^\]]{0,30}\]/g, ' ').replace(/https?:\S+/g, ' ')
  const marked = whole.replace(/\?+/g, ' \u0001?')
  return marked
    .split(new RegExp(BOUNDARY.source, 'gu'))
    .map((piece) => ({
      text: piece.replaceAll('\u0001', ' ').trim(),
      questionMark: piece.includes('\u0001'),
    }))
    .filter((piece) => piece.text !== '' || piece.questionMark)
}
