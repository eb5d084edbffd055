-- What a thief of the file sees: sizes, counts and the order of writing. All else is sealed.
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE heads (pos INTEGER PRIMARY KEY AUTOINCREMENT, sealed BLOB NOT NULL) STRICT;
CREATE TABLE bodies (pos INTEGER PRIMARY KEY REFERENCES heads (pos), sealed BLOB NOT NULL) STRICT;
CREATE TABLE records (address BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE snapshots (
    address BLOB NOT NULL,
    chunk INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (address, chunk)
) STRICT, WITHOUT ROWID;
