/**
 * Where what is known of Zalo disagrees, and no Official Account of ours has settled it yet. The likelier one is the default;
 * the other is one setting away.
 */
export interface ZaloVariants {
  /** What the signature of a webhook begins with: the id of the app, or of the Official Account. */
  readonly signedBy: 'app' | 'oa'
  /** A template of buttons without a `template_type`, or with "button" and the text inside. */
  readonly buttons: 'plain' | 'typed'
  /** Templates between 22:00 and 06:00: kept until the morning, or left to Zalo. Codes to sign in always go at once. */
  readonly nights: 'wait' | 'send'
  /** Does a template to a person's id take a `tracking_id`? */
  readonly personTracking: 'off' | 'on'
}

export const likelyVariants: ZaloVariants = {
  signedBy: 'app',
  buttons: 'plain',
  nights: 'wait',
  personTracking: 'off',
}
