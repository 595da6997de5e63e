-- Every consumed command with its verdict, longer than the longest allowed time offline.
CREATE TABLE command_log (
  org_id     text COLLATE "C" NOT NULL,
  client     text COLLATE "C" NOT NULL,
  n          bigint NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  user_id    text COLLATE "C" NOT NULL,
  seq        bigint,
  chain_hash text NOT NULL,
  verdict    text NOT NULL,
  args_hash  text NOT NULL,
  command    text NOT NULL,
  at         bigint NOT NULL,
  PRIMARY KEY (org_id, client, n)
);
-- The second barrier of "exactly once": an id is accepted once whatever the program above does.
CREATE UNIQUE INDEX command_log_accepted ON command_log (org_id, command_id) WHERE seq IS NOT NULL;
CREATE INDEX command_log_rejected ON command_log (org_id, command_id) WHERE seq IS NULL;
CREATE UNIQUE INDEX command_log_seq ON command_log (org_id, seq) WHERE seq IS NOT NULL;

-- One installation of a workstation.
CREATE TABLE client (
  org_id         text COLLATE "C" NOT NULL,
  id             text COLLATE "C" NOT NULL,
  user_id        text COLLATE "C" NOT NULL,
  device         text NOT NULL,
  device_name    text NOT NULL,
  last_n         bigint NOT NULL,
  lease          text NOT NULL,
  previous_lease text,
  PRIMARY KEY (org_id, id)
);
