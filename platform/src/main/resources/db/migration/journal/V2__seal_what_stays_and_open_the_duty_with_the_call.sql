-- The duty is opened when the call begins and completed when it ends, and all that it says is sealed under a retention
-- unit of its own. What stood in plain cannot be sealed by SQL, so nothing of it is carried along.
do $$
begin
    if exists (select from journal.duty) then
        raise exception 'journal.duty has rows whose text is not sealed. No released version wrote them: '
            'empty the database of this trial installation and start again.';
    end if;
end $$;

alter table journal.duty
    drop column background,
    drop column prefilled,
    drop column draft,
    add documentation_unit_id uuid not null unique,
    -- As the call began: reason, times, patient informed, who took part and how we know who they are.
    add background bytea not null,
    add prefilled bytea not null,
    add draft bytea;
grant update (draft) on journal.duty to ${app};

-- A call that has ended, once and for all: what is to be signed.
create table journal.completion (
    duty_id uuid primary key references journal.duty,
    care_provider_id uuid not null,
    ended_at timestamptz not null,
    background_at_end bytea not null,
    prefilled_at_end bytea not null
);

alter table journal.note
    drop column text,
    add text bytea not null;

-- Pictures that a professional saved with the note.
create table journal.picture (
    id uuid primary key,
    care_provider_id uuid not null,
    duty_id uuid not null references journal.duty,
    image bytea not null,
    media_type text not null check (media_type = 'image/jpeg'),
    width int not null check (width > 0),
    height int not null check (height > 0),
    alt_text bytea,
    taken_at timestamptz not null,
    taken_by bytea not null,
    -- Whether the patient was asked, or could not be.
    asked text not null check (asked in ('ASKED', 'COULD_NOT')),
    saved_by_staff_id uuid not null,
    saved_by_name text not null,
    saved_at timestamptz not null
);
create index picture_of_duty on journal.picture (duty_id, taken_at);

grant select, insert on journal.completion, journal.picture to ${app};
grant update (alt_text) on journal.picture to ${app};
