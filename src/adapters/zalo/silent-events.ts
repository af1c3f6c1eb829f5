/** Events Zalo documents that need no answer. Listed so that a new one is counted as unknown, and noticed. */
const names: ReadonlySet<string> = new Set([
  'oa_send_text',
  'oa_send_image',
  'oa_send_gif',
  'oa_send_list',
  'oa_send_file',
  'oa_send_sticker',
  'oa_send_anonymous_text',
  'oa_send_anonymous_image',
  'oa_send_anonymous_file',
  'oa_send_anonymous_sticker',
  'anonymous_send_text',
  'anonymous_send_image',
  'anonymous_send_file',
  'anonymous_send_sticker',
  'user_received_message',
  'user_seen_message',
  'user_reacted_message',
  'oa_reacted_message',
  'unfollow',
  'update_user_info',
  'add_user_to_tag',
  'remove_user_from_tag',
  'remove_tag',
  'user_withdraw',
  'widget_interaction_accepted',
  'widget_failed_to_sync_user_external_id',
  'change_template_status',
  'change_template_quality',
  'change_oa_daily_quota',
  'user_feedback',
  'user_click_response_button',
])

export function isSilentZaloEvent(name: string): boolean {
  return names.has(name)
}
