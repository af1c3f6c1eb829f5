/** The desks read leads newest first: all of them, and far oftener those that are open. */
export const leadLists: readonly string[] = [
  `create index lead_newest on lead (captured_at desc, id desc)`,
  `create index lead_open_newest on lead (captured_at desc, id desc) where state <> 'closed'`,
]
