-- Staff are found by how words of their name, or their HSA-id, begin. A row a word, in the order in which they are listed: a
-- page is read from the index, however many match. A protected name has no words here.
create table organisation.staff_word (
    care_provider_id uuid not null,
    word text collate "C" not null,
    name text not null,
    staff_id uuid not null references organisation.staff on delete cascade,
    words text not null,
    primary key (staff_id, word)
);
create index staff_word_in_order on organisation.staff_word (care_provider_id, word, name, staff_id) include (words);

create function organisation.words_of(name text) returns text[] language sql immutable
    return array(select distinct left(w, 100) from regexp_split_to_table(lower(name), '[^[:alnum:]]+') w where w <> '');

create function organisation.keep_staff_words() returns trigger language plpgsql
    security definer set search_path = organisation, pg_temp as $$
    declare
        found_by text[] := array[lower(new.hsa_id)];
    begin
        if not new.protected_identity then
            found_by := found_by || words_of(new.name);
        end if;
        if tg_op = 'UPDATE' then
            delete from staff_word where staff_id = new.id;
        end if;
        insert into staff_word (care_provider_id, word, name, staff_id, words)
        select distinct new.care_provider_id, w, new.listed_name, new.id, ' ' || array_to_string(found_by, ' ') from unnest(found_by) w;
        return new;
    end
    $$;
revoke execute on function organisation.keep_staff_words() from public;
create trigger keep_staff_words after insert or update of name, hsa_id, protected_identity, care_provider_id on organisation.staff
    for each row execute function organisation.keep_staff_words();
update organisation.staff set name = name;

grant select on organisation.staff_word to ${app};
