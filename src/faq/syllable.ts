const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?'

const rimes =
  'a ai ao au ay ac ach am an ang anh ap at e em en eng enh eo ep et ec ech eu i ia ich iec iem ien ieng iep iet ieu ' +
  'im in inh ip it iu o oa oac oach oai oam oan oang oanh oat oay oc oe oen oeo oet oi om on ong op ot ' +
  'u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen ' +
  'uyet uynh uyt uyu y yem yen yet yeu'

const shape = new RegExp(`^${ONSET}(?:${rimes.split(' ').join('|')})$`)

/** Can this folded text be one Vietnamese syllable? "nguyen" can, "hoij" and "dduwowcj" cannot. */
export function isSyllable(folded: string): boolean {
  return shape.test(folded)
}
