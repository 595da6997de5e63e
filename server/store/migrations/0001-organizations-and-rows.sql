-- Every key begins with org_id, so that an organization can be moved or sharded as a whole.
-- Ids and keys compare as bytes (COLLATE "C"): the same order as on every workstation.
-- There are no sequences and no triggers: the counter row of an organization, locked first, is the only source of order.

CREATE TABLE organization (
  org_id     text COLLATE "C" PRIMARY KEY CHECK (org_id <> ''),
  epoch      text NOT NULL,
  head_seq   bigint NOT NULL,
  chain_hash text NOT NULL
);

-- One row of any entity, as the JSON text that travels: reads hand it on without building it again.
-- data IS NULL: removed; what is left tells devices that it is gone.
CREATE TABLE stored_row (
  org_id  text COLLATE "C" NOT NULL,
  entity  text COLLATE "C" NOT NULL,
  id      text COLLATE "C" NOT NULL,
  data    text,
  version bigint NOT NULL,
  at      bigint NOT NULL,
  scopes  text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, entity, id)
) WITH (fillfactor = 90);

-- The declared keys of an entity: the only way besides the id by which a command finds a row.
CREATE TABLE row_key (
  org_id     text COLLATE "C" NOT NULL,
  entity     text COLLATE "C" NOT NULL,
  index_name text COLLATE "C" NOT NULL,
  key        text COLLATE "C" NOT NULL,
  id         text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, entity, index_name, key, id)
);

-- Where a row stands (gone = false, seq = its version) or stood (gone = true, seq = when it left).
CREATE TABLE row_scope (
  org_id text COLLATE "C" NOT NULL,
  scope  text COLLATE "C" NOT NULL,
  entity text COLLATE "C" NOT NULL,
  id     text COLLATE "C" NOT NULL,
  seq    bigint NOT NULL,
  at     bigint NOT NULL,
  gone   boolean NOT NULL,
  PRIMARY KEY (org_id, scope, entity, id)
);
CREATE INDEX row_scope_since ON row_scope (org_id, scope, seq);
