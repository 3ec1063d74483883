import GRDB

extension ItemBank {
    /// The tables of a bank, version by version. A bank that an older program made is brought up when it is opened, in
    /// one transaction, and loses nothing.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 items and keys") { database in
            try database.execute(sql: firstTables)
        }
        migrator.registerMigration("2 life in the bank") { database in
            try database.execute(sql: lifeTables)
            try moveFirstTables(in: database)
        }
        return migrator
    }

    private static let firstTables = """
        CREATE TABLE item (
            id TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, stem TEXT NOT NULL,
            options TEXT NOT NULL, topic TEXT NOT NULL, difficulty INTEGER NOT NULL,
            PRIMARY KEY (id, version)
        ) STRICT;
        CREATE TABLE key (
            item TEXT NOT NULL, version INTEGER NOT NULL, answer TEXT NOT NULL, rationale TEXT NOT NULL,
            PRIMARY KEY (item, version)
        ) STRICT;
        """

    /// `entry` is an item as it stands, with its newest versions; the versions themselves are only ever added. Items are
    /// joined by their number, which counts up as they come in. `search` holds no text of its own: see SearchText.
    private static let lifeTables = """
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, topic TEXT NOT NULL,
            difficulty INTEGER NOT NULL, itemVersion INTEGER NOT NULL, keyVersion INTEGER NOT NULL,
            state TEXT NOT NULL, author TEXT NOT NULL, reviewer TEXT NOT NULL, source TEXT NOT NULL, shuffle INTEGER
        ) STRICT;
        CREATE INDEX entryByState ON entry (state);
        CREATE TABLE itemVersion (
            number INTEGER NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, stem TEXT NOT NULL,
            options TEXT NOT NULL, topic TEXT NOT NULL, difficulty INTEGER NOT NULL, whole TEXT NOT NULL,
            fingerprint TEXT NOT NULL, PRIMARY KEY (number, version)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX itemVersionByFingerprint ON itemVersion (fingerprint);
        CREATE TABLE keyVersion (
            number INTEGER NOT NULL, version INTEGER NOT NULL, answer TEXT NOT NULL, rationale TEXT NOT NULL,
            PRIMARY KEY (number, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE change (
            sequence INTEGER PRIMARY KEY, number INTEGER NOT NULL, action TEXT NOT NULL,
            itemVersion INTEGER NOT NULL, keyVersion INTEGER NOT NULL, state TEXT NOT NULL,
            by TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX changeByNumber ON change (number);
        CREATE TABLE enemy (
            first INTEGER NOT NULL, second INTEGER NOT NULL, PRIMARY KEY (first, second), CHECK (first < second)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE performance (
            number INTEGER NOT NULL, exam TEXT NOT NULL, itemVersion INTEGER NOT NULL, ended INTEGER NOT NULL,
            candidates INTEGER NOT NULL, p INTEGER NOT NULL, discrimination INTEGER, PRIMARY KEY (number, exam)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE syllabus (place INTEGER PRIMARY KEY, topic TEXT NOT NULL UNIQUE, share INTEGER NOT NULL) STRICT;
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0');
        INSERT INTO search (search, rank) VALUES ('hashsize', \(64 << 20));
        """
}
