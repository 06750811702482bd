-- A professional's day has each call that they lead and that goes on, parked or not: few at a time, so one index serves both.
drop index meetings.meeting_parked;
create index meeting_led on meetings.meeting (chair_staff_id) where ended_at is null;
