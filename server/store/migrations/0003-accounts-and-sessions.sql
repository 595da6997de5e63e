-- Local accounts lie outside the synced rows: a password hash never travels to a workstation.
CREATE TABLE account (
  org_id        text COLLATE "C" NOT NULL,
  employee_id   text COLLATE "C" NOT NULL,
  login         text COLLATE "C" NOT NULL,
  password_hash text NOT NULL,
  changed_at    bigint NOT NULL,
  PRIMARY KEY (org_id, employee_id),
  UNIQUE (org_id, login)
);
-- A login comes without its organization.
CREATE INDEX account_login ON account (login);

-- A refresh session. Only hashes of tokens are kept. `next` is the token handed out last: until it is first used, `current`
-- stays good, since the reply with `next` may have been lost. `retired` used again betrays a stolen token.
CREATE TABLE session (
  org_id      text COLLATE "C" NOT NULL,
  id          text COLLATE "C" NOT NULL,
  employee_id text COLLATE "C" NOT NULL,
  device      text NOT NULL,
  current     text NOT NULL,
  next        text,
  retired     text,
  created_at  bigint NOT NULL,
  used_at     bigint NOT NULL,
  expires_at  bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX session_id ON session (id);
CREATE INDEX session_employee ON session (org_id, employee_id);

-- Who has sent the bytes of a file: whoever only knows a hash has no right to what is behind it.
CREATE TABLE file_proof (
  org_id      text COLLATE "C" NOT NULL,
  sha256      text COLLATE "C" NOT NULL,
  employee_id text COLLATE "C" NOT NULL,
  size        bigint NOT NULL,
  at          bigint NOT NULL,
  PRIMARY KEY (org_id, sha256, employee_id)
);
