-- A picture that was taken in a call, encrypted under the conversation's key. The bytes stay only while nobody has
-- decided: a saved picture is the note's, a discarded one is nobody's.
create table meetings.picture (
    id uuid primary key,
    care_provider_id uuid not null,
    retention_unit_id uuid not null references meetings.conversation,
    key uuid not null,
    state text not null check (state in ('SENT', 'SAVED', 'DISCARDED')),
    sealed bytea,
    width int not null check (width > 0),
    height int not null check (height > 0),
    taken_by uuid not null references meetings.participant,
    taken_at timestamptz not null,
    unique (retention_unit_id, key),
    check ((state = 'SENT') = (sealed is not null))
);
-- What is encrypted cannot be made smaller.
alter table meetings.picture alter column sealed set storage external;

-- Since when the professional has waited for a picture; null when nobody has asked, or it was answered.
alter table meetings.conversation add column picture_wanted_at timestamptz;

grant select, insert, delete, update (state, sealed) on meetings.picture to ${app};
