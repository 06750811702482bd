-- Since when the page has said that its screen is locked or shows something else; null when it is in view.
alter table meetings.connection add column away_at timestamptz;
