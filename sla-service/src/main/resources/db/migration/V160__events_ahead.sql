-- Events that say they happened well after they were received: few, and counted for an alert.
create index case_event_ahead on case_event (received_at) where happened_at - received_at > interval '5 minutes';
