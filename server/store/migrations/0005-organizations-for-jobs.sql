-- The clock of the server has to know for whom it ticks: it may read which organizations there are, and nothing else of them
-- until it names one.
CREATE POLICY by_jobs ON organization FOR SELECT USING (current_setting('opora.jobs', true) = 'list');
