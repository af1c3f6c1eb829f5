/** With which version of all that is served an answer's line last changed: only what is new need be read. */
export const servedSince: readonly string[] = [
  `alter table answer_served add column version bigint not null default 0`,
  `create index answer_served_version on answer_served (version)`,
]
