/** When the platform says, asked by staff, that the citizen last did something: later than what reached us, or absent. */
export const interacted: readonly string[] = [`alter table hand_over add column interacted_at timestamptz`]
