-- The second barrier between organizations. The program works as a role that owns nothing, in transactions that name their
-- organization; without the name no row is visible and none can be written (an unset setting is NULL or '', which equals no org_id).
-- An operator who does not let this user create roles has made the role and granted it: then nothing is left to do here.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'opora_app') THEN
    CREATE ROLE opora_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the same cluster was faster
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'opora_app', 'SET') THEN
    EXECUTE format('GRANT opora_app TO %I', current_user);
  END IF;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'organization', 'stored_row', 'row_key', 'row_scope', 'command_log', 'client', 'account', 'session', 'file_proof'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (org_id = current_setting(''opora.org'', true)) '
      || 'WITH CHECK (org_id = current_setting(''opora.org'', true))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO opora_app', name);
  END LOOP;
END $$;

-- Before a login or a refresh the organization is not known yet: exactly the rows of that login or session may be read.
CREATE POLICY by_login ON account FOR SELECT USING (login = current_setting('opora.login', true));
CREATE POLICY by_session ON session FOR SELECT USING (id = current_setting('opora.session', true));
