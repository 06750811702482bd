-- The unit's own image routine (R2-77), in its own words, and whether a picture may be saved with the note at all (B4).
alter table organisation.care_unit add column image_routine text check (length(image_routine) <= 600),
    add column pictures_may_be_saved boolean not null default true;
