#include "store/schema.h"

#include "base/ids.h"
#include "store/database.h"

namespace irisim::store {
namespace {

constexpr char kSchema[] = R"sql(
CREATE TABLE accounts (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE passwords (user TEXT NOT NULL PRIMARY KEY, password TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sites (
  account TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
  document TEXT NOT NULL,  -- the client's fields, XML
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sites_by_id ON sites (id);
CREATE TABLE sip_peers (
  account TEXT NOT NULL, id TEXT NOT NULL, site TEXT NOT NULL, name TEXT NOT NULL, is_default INTEGER NOT NULL,
  document TEXT NOT NULL,  -- the client's fields, XML
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sip_peers_by_id ON sip_peers (id);
CREATE INDEX sip_peers_by_site ON sip_peers (account, site);
CREATE TABLE hosts (
  row INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  account TEXT NOT NULL, site TEXT NOT NULL, peer TEXT NOT NULL,
  name TEXT NOT NULL, port TEXT NOT NULL,
  first INTEGER, last INTEGER  -- IPv4 addresses; NULL for a domain name
) STRICT;
CREATE INDEX hosts_by_peer ON hosts (account, peer, kind);
CREATE INDEX hosts_by_address ON hosts (kind, first) WHERE first IS NOT NULL;
CREATE TABLE peer_settings (
  account TEXT NOT NULL, peer TEXT NOT NULL,
  setting TEXT NOT NULL,      -- its path below the peer's products
  application TEXT NOT NULL,  -- that the document refers to; empty: none
  document TEXT NOT NULL,     -- XML
  PRIMARY KEY (account, peer, setting)
) STRICT, WITHOUT ROWID;
CREATE INDEX peer_settings_by_application ON peer_settings (account, application) WHERE application <> '';
CREATE INDEX peer_settings_by_setting ON peer_settings (account, setting);
CREATE TABLE applications (
  row INTEGER PRIMARY KEY,
  account TEXT NOT NULL, id TEXT NOT NULL, service TEXT NOT NULL, document TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX applications_by_id ON applications (account, id);

CREATE TABLE subscriptions (
  row INTEGER PRIMARY KEY,
  account TEXT NOT NULL, id TEXT NOT NULL,
  order_type TEXT NOT NULL, order_id TEXT NOT NULL,  -- empty: of an event; all orders of the type
  event_type TEXT NOT NULL,                          -- empty: of orders
  channel TEXT NOT NULL CHECK (channel IN ('call', 'mail', 'digest')),
  receiver TEXT NOT NULL,                            -- a URL or an e-mail address
  expires INTEGER,
  status TEXT NOT NULL,                              -- of the latest attempt to call the URL
  document TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX subscriptions_by_id ON subscriptions (account, id);
CREATE INDEX subscriptions_by_order ON subscriptions (account, order_type, order_id);
CREATE INDEX subscriptions_by_expiry ON subscriptions (expires) WHERE expires IS NOT NULL;

CREATE TABLE numbers (
  tn INTEGER PRIMARY KEY,
  status INTEGER NOT NULL,  -- a NumberStatus
  account TEXT NOT NULL, site TEXT NOT NULL, peer TEXT NOT NULL,
  order_row INTEGER NOT NULL,
  modified INTEGER NOT NULL, in_service INTEGER,
  is_protected INTEGER NOT NULL,
  settings TEXT NOT NULL,
  takes_messages INTEGER NOT NULL,  -- what the settings say of it
  from_inventory INTEGER NOT NULL
) STRICT;
CREATE INDEX numbers_with_settings ON numbers (account, peer) WHERE settings <> '';
CREATE INDEX numbers_with_messages ON numbers (account, peer) WHERE takes_messages;
CREATE TABLE number_counts (
  account TEXT NOT NULL, npa_nxx_x INTEGER NOT NULL, status INTEGER NOT NULL, site TEXT NOT NULL, peer TEXT NOT NULL,
  count INTEGER NOT NULL, from_inventory INTEGER NOT NULL,
  PRIMARY KEY (account, npa_nxx_x, status, site, peer)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_counts_by_block ON number_counts (npa_nxx_x);
CREATE TABLE area_code_counts (
  account TEXT NOT NULL, npa INTEGER NOT NULL, status INTEGER NOT NULL, site TEXT NOT NULL, peer TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (account, npa, status, site, peer)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER number_added AFTER INSERT ON numbers BEGIN
  INSERT INTO number_counts
    VALUES (new.account, new.tn / 1000, new.status, new.site, new.peer, 1, new.from_inventory)
    ON CONFLICT DO UPDATE SET count = count + 1, from_inventory = from_inventory + new.from_inventory;
  INSERT INTO area_code_counts VALUES (new.account, new.tn / 10000000, new.status, new.site, new.peer, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER number_removed AFTER DELETE ON numbers BEGIN
  UPDATE number_counts SET count = count - 1, from_inventory = from_inventory - old.from_inventory
    WHERE account = old.account AND npa_nxx_x = old.tn / 1000
    AND status = old.status AND site = old.site AND peer = old.peer;
  UPDATE area_code_counts SET count = count - 1 WHERE account = old.account AND npa = old.tn / 10000000
    AND status = old.status AND site = old.site AND peer = old.peer;
END;
CREATE TRIGGER number_moved AFTER UPDATE OF account, status, site, peer ON numbers BEGIN
  UPDATE number_counts SET count = count - 1, from_inventory = from_inventory - old.from_inventory
    WHERE account = old.account AND npa_nxx_x = old.tn / 1000
    AND status = old.status AND site = old.site AND peer = old.peer;
  UPDATE area_code_counts SET count = count - 1 WHERE account = old.account AND npa = old.tn / 10000000
    AND status = old.status AND site = old.site AND peer = old.peer;
  INSERT INTO number_counts
    VALUES (new.account, new.tn / 1000, new.status, new.site, new.peer, 1, new.from_inventory)
    ON CONFLICT DO UPDATE SET count = count + 1, from_inventory = from_inventory + new.from_inventory;
  INSERT INTO area_code_counts VALUES (new.account, new.tn / 10000000, new.status, new.site, new.peer, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TABLE orders (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  account TEXT NOT NULL,
  site TEXT NOT NULL,
  peer TEXT NOT NULL,
  vendor TEXT NOT NULL,
  status TEXT NOT NULL,
  holds_numbers INTEGER NOT NULL,  -- whether no other order may take its numbers meanwhile
  customer_order_id TEXT,
  billing_tn TEXT,
  pon TEXT NOT NULL,
  scenario TEXT NOT NULL,          -- that is for it, by name; empty: none
  user TEXT NOT NULL,
  modified_by TEXT NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  document TEXT NOT NULL           -- the order as the client and the service have filled it in, XML
) STRICT;
CREATE INDEX orders_by_account ON orders (account, type, row);
CREATE INDEX orders_by_customer_order_id ON orders (customer_order_id) WHERE customer_order_id IS NOT NULL;
CREATE INDEX orders_by_billing_tn ON orders (billing_tn) WHERE billing_tn IS NOT NULL;
CREATE INDEX orders_by_pon ON orders (pon);

CREATE TABLE order_numbers (
  order_row INTEGER NOT NULL, position INTEGER NOT NULL, tn TEXT NOT NULL,
  PRIMARY KEY (order_row, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_numbers_by_tn ON order_numbers (tn);

CREATE TABLE history (
  order_row INTEGER NOT NULL, entry INTEGER NOT NULL,  -- 1, 2, 3, … of the order
  at INTEGER NOT NULL, note TEXT NOT NULL, author TEXT NOT NULL, status TEXT NOT NULL, difference TEXT NOT NULL,
  PRIMARY KEY (order_row, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  order_row INTEGER NOT NULL, user TEXT NOT NULL, description TEXT NOT NULL, modified INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_order ON notes (order_row);

CREATE TABLE files (
  order_row INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, content BLOB NOT NULL,
  document_name TEXT, document_type TEXT,  -- the metadata; NULL when there is none
  PRIMARY KEY (order_row, name)
) STRICT;

CREATE TABLE steps (
  order_row INTEGER NOT NULL, step TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (order_row, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  row INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('notification', 'validation', 'mail')),
  account TEXT NOT NULL, subscription TEXT NOT NULL,
  order_type TEXT NOT NULL, order_id TEXT NOT NULL,  -- empty: of an event
  subject TEXT NOT NULL,                             -- the order's state, "note", the event; a mail's subject
  body TEXT NOT NULL,
  created INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('waiting', 'due', 'sending', 'delivered', 'failed', 'dropped', 'cancelled')),
  due INTEGER,               -- the next attempt, not before those that it waits for; NULL: none
  tries INTEGER NOT NULL,    -- that have failed
  yields INTEGER NOT NULL,   -- whether the next one of its lane goes first
  fault TEXT NOT NULL        -- the rule that hit it; empty: none
) STRICT;
CREATE INDEX deliveries_by_due ON deliveries (due, row) WHERE state = 'due';
CREATE INDEX deliveries_by_lane ON deliveries (subscription, order_id, row)
  WHERE state IN ('waiting', 'due', 'sending');
CREATE INDEX deliveries_sending ON deliveries (row) WHERE state = 'sending';
CREATE INDEX deliveries_by_order ON deliveries (order_id);
CREATE TABLE attempts (
  delivery INTEGER NOT NULL, attempt INTEGER NOT NULL,  -- 1, 2, 3, … of the delivery
  at INTEGER NOT NULL, url TEXT NOT NULL, user TEXT NOT NULL,  -- of its credentials; empty: none
  status INTEGER NOT NULL,                              -- 0: there was no answer
  reason TEXT NOT NULL,                                 -- of its status line
  error TEXT NOT NULL,                                  -- why not, or what is wrong with the answer
  answer TEXT NOT NULL,                                 -- its body, the beginning of it
  PRIMARY KEY (delivery, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE mails (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL, subscription TEXT NOT NULL,
  order_type TEXT NOT NULL, order_id TEXT NOT NULL,  -- empty: of an event or of all of a day
  recipient TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
  sent INTEGER NOT NULL,
  delivery INTEGER                                   -- to the relay; NULL: there is none
) STRICT;
CREATE UNIQUE INDEX mails_by_delivery ON mails (delivery) WHERE delivery IS NOT NULL;
CREATE TABLE notices (
  row INTEGER PRIMARY KEY,
  account TEXT NOT NULL, subscription TEXT NOT NULL,
  subject TEXT NOT NULL, text TEXT NOT NULL,
  at INTEGER NOT NULL,
  due INTEGER NOT NULL  -- of the digest that will tell it
) STRICT;
CREATE INDEX notices_by_due ON notices (due);

CREATE TABLE timers (
  order_row INTEGER PRIMARY KEY,  -- an order waits for one thing at a time
  due INTEGER,                    -- NULL: it waits for polls
  polls INTEGER,                  -- that are still missing
  sequence INTEGER NOT NULL, action TEXT NOT NULL
) STRICT;
CREATE INDEX timers_by_due ON timers (due, sequence) WHERE due IS NOT NULL;

-- What is beside the tables while the world is in memory only (Store).
CREATE TABLE counters (kind TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE world (
  row INTEGER PRIMARY KEY CHECK (row = 1),
  dice INTEGER NOT NULL,  -- decides ids and all that is random: of the seed and the world's name
  clock TEXT NOT NULL CHECK (clock IN ('real', 'manual')),
  now INTEGER NOT NULL, speed REAL NOT NULL CHECK (speed > 0 AND speed <= 1e6),
  saved_at INTEGER NOT NULL  -- when it was so late, by the wall clock
) STRICT;
)sql";

}  // namespace

int schema_version() {
  constexpr uint64_t kPositive = 0x7fffffff;
  static const auto version = static_cast<int>(Dice{0}.roll(kSchema, 0) & kPositive);
  return version;
}

const std::string& empty_image() {
  static const std::string image = [] {
    const Database database;
    const std::string identity = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                                 "; PRAGMA user_version = " + std::to_string(schema_version());
    database.execute(identity.c_str());
    database.execute(kSchema);
    return database.image();
  }();
  return image;
}

}  // namespace irisim::store
