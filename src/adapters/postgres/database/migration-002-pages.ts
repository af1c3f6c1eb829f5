/** The Official Accounts and Facebook Pages we speak for. */
export const pageTables: readonly string[] = [
  `create table page (
    channel text not null check (channel in ('zalo', 'messenger')), id text not null, province text not null,
    commune text, voice text not null, hours text not null, hotline text, sealed_keys text not null,
    changed_at timestamptz not null, primary key (channel, id))`,
]
